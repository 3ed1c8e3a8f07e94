package dev.remoteassistance.server.telemetry;

import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.ReportCommit;
import dev.remoteassistance.server.http.RequestIds;
import dev.remoteassistance.server.http.RequestRecord;
import dev.remoteassistance.server.management.AccessLog;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/**
 * Makes the spans of a request when it has been answered: one for the request, below the caller's, and one for the commit
 * of its report. Their attributes are named by OpenTelemetry's conventions. None is personal data, so the conventions'
 * address of the caller and path of the request are left out: a careless caller may have put anything into a path.
 */
final class RequestTraces implements RequestLog {

    /** The method in a span's name if OpenTelemetry's conventions do not know the request's method. */
    private static final String OTHER_METHOD = "HTTP";

    private static final String TRACE_STATE = "tracestate";

    private static final TextMapGetter<Request> HEADERS = new TextMapGetter<>() {
        /**
         * Returns a header. Joins the values of a repeated one, which makes {@code traceparent} invalid. Leaves out
         * {@code tracestate}, because the spans would carry its text, which the caller chooses.
         */
        @Override
        public String get(Request request, String name) {
            List<String> values = request.getHeaders().getValuesList(name);
            return values.isEmpty() || name.equals(TRACE_STATE) ? null : String.join(",", values);
        }
    };

    private final Tracer tracer;
    private final TextMapPropagator propagator;
    private final TraceIds ids;

    RequestTraces(OpenTelemetry sdk, TraceIds ids) {
        this.tracer = sdk.getTracer("dev.remoteassistance.server");
        this.propagator = sdk.getPropagators().getTextMapPropagator();
        this.ids = ids;
    }

    @Override
    public void log(Request request, Response response) {
        Moments moments = Moments.now();
        Optional<RequestRecord> record = RequestRecord.of(request);
        SpanBuilder builder = builder(request, response, record)
                .setStartTimestamp(moments.epochNanos(request.getBeginNanoTime()), TimeUnit.NANOSECONDS);
        Span span = ids.with(record.map(RequestRecord::traceId).orElse(null), builder::startSpan);
        record.flatMap(RequestRecord::commit).ifPresent(commit -> addCommit(span, commit, moments));
        if (response.getStatus() >= 500) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(moments.epochNanos(moments.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private SpanBuilder builder(Request request, Response response, Optional<RequestRecord> record) {
        String method = AccessLog.method(request);
        String named = method.startsWith("_") ? OTHER_METHOD : method;
        Optional<String> route = record.flatMap(RequestRecord::operation).map(Operation::path);
        SpanBuilder builder = tracer.spanBuilder(
                        route.map(path -> named + " " + path).orElse(named))
                .setSpanKind(SpanKind.SERVER)
                .setParent(propagator.extract(Context.root(), request, HEADERS))
                .setAttribute("http.request.method", method)
                .setAttribute("http.response.status_code", response.getStatus())
                .setAttribute("url.scheme", request.isSecure() ? "https" : "http");
        route.ifPresent(path -> builder.setAttribute("http.route", path));
        record.map(RequestRecord::ids)
                .map(RequestIds::requestId)
                .ifPresent(id -> builder.setAttribute("remote_assistance.request_id", id));
        record.flatMap(RequestRecord::refusal)
                .map(ErrorCode::code)
                .ifPresent(code -> builder.setAttribute("error.type", code));
        return builder;
    }

    private void addCommit(Span request, ReportCommit commit, Moments moments) {
        Span span = tracer.spanBuilder("commit")
                .setParent(Context.root().with(request))
                .setStartTimestamp(moments.epochNanos(commit.begin()), TimeUnit.NANOSECONDS)
                .setAttribute("db.operation.batch.size", commit.reports())
                .startSpan();
        if (!commit.isDurable()) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end(moments.epochNanos(commit.end()), TimeUnit.NANOSECONDS);
    }

    /** Converts {@link System#nanoTime()} to calendar time, with the same difference for all spans of a request. */
    private record Moments(long nanoTime, long difference) {

        static Moments now() {
            Instant now = Instant.now();
            long nanoTime = NanoTime.now();
            return new Moments(nanoTime, TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano() - nanoTime);
        }

        long epochNanos(long time) {
            return time + difference;
        }
    }
}
