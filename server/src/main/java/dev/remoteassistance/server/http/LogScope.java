package dev.remoteassistance.server.http;

import org.slf4j.MDC;

/**
 * Gives the log lines of a thread the ids of a request, until it is closed. Restores the ids that the lines had before,
 * because the thread that stores a batch completes requests of other callers in between.
 */
final class LogScope {

    private final String earlierRequestId = MDC.get(RequestIds.REQUEST_ID);
    private final String earlierTraceId = MDC.get(RequestRecord.TRACE_ID);

    LogScope(String requestId, String traceId) {
        put(requestId, traceId);
    }

    private static void put(String requestId, String traceId) {
        if (requestId == null) {
            MDC.remove(RequestIds.REQUEST_ID);
            MDC.remove(RequestRecord.TRACE_ID);
        } else {
            MDC.put(RequestIds.REQUEST_ID, requestId);
            MDC.put(RequestRecord.TRACE_ID, traceId);
        }
    }

    void close() {
        put(earlierRequestId, earlierTraceId);
    }
}
