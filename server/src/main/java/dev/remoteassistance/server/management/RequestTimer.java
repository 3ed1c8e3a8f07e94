package dev.remoteassistance.server.management;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/** Measures every request, under the names of OpenTelemetry's HTTP conventions. */
public final class RequestTimer implements RequestLog {

    private static final String NAME = "http.server.request.duration";

    private final MeterRegistry metrics;

    /** By method and status, both of which only a few exist: to look a timer up in the registry takes longer than this. */
    private final Map<String, Map<Integer, Timer>> timers = new ConcurrentHashMap<>();

    public RequestTimer(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public void log(Request request, Response response) {
        timer(KnownMethod.of(request), response.getStatus())
                .record(NanoTime.since(request.getBeginNanoTime()), TimeUnit.NANOSECONDS);
    }

    private Timer timer(String method, int status) {
        return timers.computeIfAbsent(method, name -> new ConcurrentHashMap<>())
                .computeIfAbsent(status, code -> register(method, code));
    }

    private Timer register(String method, int status) {
        return Timer.builder(NAME)
                .description("Time from the first byte of a request to the last of its answer")
                .tag("http.request.method", method)
                .tag("http.response.status_code", String.valueOf(status))
                .register(metrics);
    }
}
