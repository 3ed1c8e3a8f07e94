package dev.remoteassistance.server.management;

import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RequestRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/**
 * Measures every request, under the names of OpenTelemetry's HTTP conventions, and counts refusals by their code. Every
 * code is there from the start, or the first refusal would be no increase.
 */
public final class RequestMetrics implements RequestLog {

    private final MeterRegistry metrics;
    private final Map<ErrorCode, Counter> refusals = new EnumMap<>(ErrorCode.class);

    /** By method and status, both of which only a few exist: to look a timer up in the registry takes longer than this. */
    private final Map<String, Map<Integer, Timer>> timers = new ConcurrentHashMap<>();

    public RequestMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        for (ErrorCode code : ErrorCode.values()) {
            refusals.put(
                    code,
                    Counter.builder("remote.assistance.refusals")
                            .description("Requests that were refused, by the code of the error body")
                            .tag("code", code.code())
                            .register(metrics));
        }
    }

    @Override
    public void log(Request request, Response response) {
        timer(KnownMethod.of(request), response.getStatus())
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
                .register(metrics);
    }
}
