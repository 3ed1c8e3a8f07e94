package dev.remoteassistance.server.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.distribution.HistogramSupport;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Converts the buckets of a timer or of a distribution. A meter without buckets gets one that counts everything. */
final class HistogramPoint {

    private HistogramPoint() {}

    /**
     * Reads a meter.
     *
     * @param start when the meter began to count, in nanoseconds since the epoch
     * @param now when the meter is read, in nanoseconds since the epoch
     */
    static HistogramPointData of(Meter meter, long start, long now, Attributes attributes) {
        HistogramSnapshot snapshot = ((HistogramSupport) meter).takeSnapshot();
        boolean timer = meter instanceof Timer;
        List<Double> boundaries = new ArrayList<>();
        List<Long> counts = new ArrayList<>();
        long below = 0;
        for (CountAtBucket bucket : snapshot.histogramCounts()) {
            double boundary = timer ? bucket.bucket(TimeUnit.SECONDS) : bucket.bucket();
            if (Double.isFinite(boundary)) {
                // Micrometer's buckets are cumulative: each one also counts what the lower ones count.
                long upTo = (long) bucket.count();
                boundaries.add(boundary);
                counts.add(upTo - below);
                below = upTo;
            }
        }
        // Meters count on while they are read, so the total may be older than the last bucket.
        counts.add(Math.max(0, snapshot.count() - below));
        double sum = timer ? snapshot.total(TimeUnit.SECONDS) : snapshot.total();
        return HistogramPointData.create(start, now, attributes, sum, false, 0, false, 0, boundaries, counts);
    }
}
