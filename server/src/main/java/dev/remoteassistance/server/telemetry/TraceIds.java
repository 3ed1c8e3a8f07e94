package dev.remoteassistance.server.telemetry;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.util.function.Supplier;

/** Starts a trace with the trace id that the request's log lines have. */
final class TraceIds implements IdGenerator {

    private final IdGenerator random = IdGenerator.random();
    private final ThreadLocal<String> known = new ThreadLocal<>();

    /** Runs a task. A trace that it starts gets this id. */
    <T> T with(String traceId, Supplier<T> task) {
        known.set(traceId);
        try {
            return task.get();
        } finally {
            known.remove();
        }
    }

    @Override
    public String generateTraceId() {
        String traceId = known.get();
        return traceId == null ? random.generateTraceId() : traceId;
    }

    @Override
    public String generateSpanId() {
        return random.generateSpanId();
    }
}
