package dev.remoteassistance.server.management;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Collection;
import java.util.stream.Stream;

/** The meters of the JVM and of the server's parts. */
public final class Metrics implements AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollector = new JvmGcMetrics();

    /**
     * @param parts what the parts of the server measure
     */
    public Metrics(Collection<MeterBinder> parts) {
        Stream.of(garbageCollector, new JvmMemoryMetrics(), new JvmThreadMetrics(), new ProcessorMetrics())
                .forEach(meters -> meters.bindTo(registry));
        parts.forEach(meters -> meters.bindTo(registry));
    }

    public PrometheusMeterRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        garbageCollector.close();
        registry.close();
    }
}
