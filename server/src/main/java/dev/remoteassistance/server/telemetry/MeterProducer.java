package dev.remoteassistance.server.telemetry;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.Data;
import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.GaugeData;
import io.opentelemetry.sdk.metrics.data.HistogramData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.MetricDataType;
import io.opentelemetry.sdk.metrics.data.SumData;
import io.opentelemetry.sdk.metrics.export.MetricProducer;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Reads the server's meters whenever they are exported, so that nothing is counted a second time. */
final class MeterProducer implements MetricProducer {

    private static final InstrumentationScopeInfo SCOPE =
            InstrumentationScopeInfo.create("dev.remoteassistance.server");

    private final long start = epochNanos();
    private volatile MeterRegistry registry = new CompositeMeterRegistry();

    /** Sets where the meters are. */
    void read(MeterRegistry meters) {
        registry = meters;
    }

    @Override
    public Collection<MetricData> produce(Resource resource) {
        long now = epochNanos();
        return registry.getMeters().stream()
                .collect(groupingBy(meter -> meter.getId().getName(), TreeMap::new, toList()))
                .values()
                .stream()
                .map(meters -> metric(resource, meters, now))
                .toList();
    }

    /** Makes one metric from all meters with the same name, which differ only in their tags. */
    private MetricData metric(Resource resource, List<Meter> meters, long now) {
        Meter.Id id = meters.get(0).getId();
        return switch (id.getType()) {
            case TIMER, DISTRIBUTION_SUMMARY ->
                Metric.of(
                        resource,
                        id,
                        MetricDataType.HISTOGRAM,
                        HistogramData.create(
                                AggregationTemporality.CUMULATIVE,
                                meters.stream()
                                        .map(meter -> HistogramPoint.of(meter, start, now, attributes(meter)))
                                        .toList()));
            case COUNTER ->
                Metric.of(
                        resource,
                        id,
                        MetricDataType.DOUBLE_SUM,
                        SumData.createDoubleSumData(true, AggregationTemporality.CUMULATIVE, values(meters, now)));
            default ->
                Metric.of(
                        resource,
                        id,
                        MetricDataType.DOUBLE_GAUGE,
                        GaugeData.createDoubleGaugeData(values(meters, now)));
        };
    }

    /** Returns the values of counters or gauges. A gauge without a value is not a number. */
    private List<DoublePointData> values(List<Meter> meters, long now) {
        return meters.stream()
                .map(meter -> DoublePointData.create(
                        start,
                        now,
                        attributes(meter),
                        meter.measure().iterator().next().getValue(),
                        List.of()))
                .filter(point -> !Double.isNaN(point.getValue()))
                .toList();
    }

    private static Attributes attributes(Meter meter) {
        AttributesBuilder attributes = Attributes.builder();
        for (Tag tag : meter.getId().getTagsAsIterable()) {
            attributes.put(tag.getKey(), tag.getValue());
        }
        return attributes.build();
    }

    private static long epochNanos() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    /** A metric in the form that exporters read. */
    private record Metric(
            Resource getResource,
            String getName,
            String getDescription,
            String getUnit,
            MetricDataType getType,
            Data<?> getData)
            implements MetricData {

        static Metric of(Resource resource, Meter.Id id, MetricDataType type, Data<?> data) {
            String description = id.getDescription() == null ? "" : id.getDescription();
            return new Metric(resource, id.getName(), description, unit(id), type, data);
        }

        /** Returns the unit as a UCUM code, as OpenTelemetry requires. Timers are read in seconds. */
        private static String unit(Meter.Id id) {
            String unit = id.getType() == Meter.Type.TIMER ? "seconds" : id.getBaseUnit();
            if (unit == null) {
                return "";
            }
            return switch (unit) {
                case "seconds" -> "s";
                case "milliseconds", "ms" -> "ms";
                case "ns" -> "ns";
                case "bytes" -> "By";
                default -> "{" + unit + "}";
            };
        }

        @Override
        public InstrumentationScopeInfo getInstrumentationScopeInfo() {
            return SCOPE;
        }
    }
}
