package dev.remoteassistance.server.store.commit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.concurrent.TimeUnit;

/** What operators see of the commits. */
final class CommitMetrics {

    private static final String PREFIX = "remote.assistance.store.";

    private final Timer commit;
    private final DistributionSummary batch;
    private final Counter failed;
    private final Counter overflow;

    CommitMetrics(MeterRegistry registry) {
        commit = Timer.builder(PREFIX + "commit")
                .description("Time from the first statement of a transaction until it is durable")
                .publishPercentileHistogram()
                .register(registry);
        batch = DistributionSummary.builder(PREFIX + "batch.size")
                .description("Reports that share a transaction")
                .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
                .register(registry);
        failed = Counter.builder(PREFIX + "commit.failures")
                .description("Transactions that could not be committed")
                .register(registry);
        overflow = Counter.builder(PREFIX + "queue.overflows")
                .description("Reports refused because too many were waiting")
                .register(registry);
    }

    /** For a store that nobody looks at. */
    static CommitMetrics unobserved() {
        return new CommitMetrics(new CompositeMeterRegistry());
    }

    static CommitMetrics of(MeterRegistry registry, PendingReports pending) {
        Gauge.builder(PREFIX + "queue.depth", pending, PendingReports::size)
                .description("Reports that wait for a transaction")
                .register(registry);
        return new CommitMetrics(registry);
    }

    void committed(int reports, long nanos) {
        commit.record(nanos, TimeUnit.NANOSECONDS);
        batch.record(reports);
    }

    void failed() {
        failed.increment();
    }

    void overflow() {
        overflow.increment();
    }
}
