package dev.remoteassistance.server.management;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/** Measures every request, under the names of OpenTelemetry's HTTP conventions. */
public final class RequestTimer implements RequestLog {

    private static final String NAME = "http.server.request.duration";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");
    /** Any other method, so that callers cannot invent time series. */
    private static final String OTHER_METHOD = "_OTHER";

    private final MeterRegistry metrics;

    public RequestTimer(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    @Override
    public void log(Request request, Response response) {
        String method =
                request.getMethod() == null ? OTHER_METHOD : request.getMethod().toUpperCase(Locale.ROOT);
        Timer.builder(NAME)
                .description("Time from the first byte of a request to the last of its answer")
                .tag("http.request.method", METHODS.contains(method) ? method : OTHER_METHOD)
                .tag("http.response.status_code", String.valueOf(response.getStatus()))
                .register(metrics)
                .record(NanoTime.since(request.getBeginNanoTime()), TimeUnit.NANOSECONDS);
    }
}
