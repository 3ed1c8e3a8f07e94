package dev.remoteassistance.server.management;

import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RequestRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/** Holds the meters of requests (named by OpenTelemetry's HTTP conventions), of the JVM and of the server's parts. */
public final class Metrics implements RequestLog, AutoCloseable {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollector = new JvmGcMetrics();

    /** All codes are registered at the start, or the first refusal of a code would not show as an increase. */
    private final Map<ErrorCode, Counter> refusals = new EnumMap<>(ErrorCode.class);

    /** Timers by method and status, of which there are few. A lookup in the registry takes longer than in this map. */
    private final Map<String, Map<Integer, Timer>> timers = new ConcurrentHashMap<>();

    public Metrics(Stream<MeterBinder> parts) {
        Stream.of(garbageCollector, new JvmMemoryMetrics(), new JvmThreadMetrics(), new ProcessorMetrics())
                .forEach(meters -> meters.bindTo(registry));
        parts.forEach(meters -> meters.bindTo(registry));
        for (ErrorCode code : ErrorCode.values()) {
            refusals.put(
                    code,
                    Counter.builder("remote.assistance.refusals")
                            .description("Requests that were refused, by the code of the error body")
                            .tag("code", code.code())
                            .register(registry));
        }
    }

    public PrometheusMeterRegistry registry() {
        return registry;
    }

    @Override
    public void log(Request request, Response response) {
        timer(AccessLog.method(request), response.getStatus())
                .record(NanoTime.since(request.getBeginNanoTime()), TimeUnit.NANOSECONDS);
        RequestRecord.of(request).flatMap(RequestRecord::refusal).ifPresent(this::count);
    }

    /** Counts a refusal. */
    public void count(ErrorCode refusal) {
        refusals.get(refusal).increment();
    }

    private Timer timer(String method, int status) {
        return timers.computeIfAbsent(method, name -> new ConcurrentHashMap<>())
                .computeIfAbsent(status, code -> register(method, code));
    }

    private Timer register(String method, int status) {
        return Timer.builder("http.server.request.duration")
                .description("Time from the first byte of a request to the last of its answer")
                .tag("http.request.method", method)
                .tag("http.response.status_code", String.valueOf(status))
                .register(registry);
    }

    @Override
    public void close() {
        garbageCollector.close();
        registry.close();
    }
}
