package dev.remoteassistance.server.management;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers requests for health and metrics. It needs no token, so it has a port of its own. */
public final class ManagementHandler extends Handler.Abstract {

    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String JSON = "application/json";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry metrics;
    private final Map<String, BooleanSupplier> checks;

    /**
     * @param metrics the meters that {@code /metrics} prints
     * @param checks the checks, by name, that must all succeed for the server to be ready
     */
    public ManagementHandler(PrometheusMeterRegistry metrics, Map<String, BooleanSupplier> checks) {
        this.metrics = metrics;
        this.checks = new TreeMap<>(checks);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            answer(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, PLAIN, "GET and HEAD only\n");
            return true;
        }
        switch (Request.getPathInContext(request)) {
            case "/health/live" -> answer(response, callback, HttpStatus.OK_200, JSON, "{\"status\":\"UP\"}\n");
            case "/health/ready" -> ready(response, callback);
            case "/metrics" -> answer(response, callback, HttpStatus.OK_200, PROMETHEUS, metrics.scrape());
            default ->
                answer(
                        response,
                        callback,
                        HttpStatus.NOT_FOUND_404,
                        PLAIN,
                        "There are /health/live, /health/ready and /metrics\n");
        }
        return true;
    }

    private void ready(Response response, Callback callback) {
        Map<String, Boolean> results = new TreeMap<>();
        checks.forEach((name, check) -> results.put(name, check.getAsBoolean()));
        boolean up = !results.containsValue(false);
        String details = results.entrySet().stream()
                .map(result -> "\"%s\":\"%s\"".formatted(result.getKey(), status(result.getValue())))
                .collect(Collectors.joining(","));
        answer(
                response,
                callback,
                up ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503,
                JSON,
                "{\"status\":\"%s\",\"checks\":{%s}}\n".formatted(status(up), details));
    }

    private static String status(Boolean up) {
        return Boolean.TRUE.equals(up) ? "UP" : "DOWN";
    }

    private static void answer(Response response, Callback callback, int status, String type, String body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        Content.Sink.write(response, true, body, callback);
    }
}
