package dev.remoteassistance.server.http;

import dev.remoteassistance.server.contract.Operation;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.slf4j.MDC;

/**
 * What the server knows about a request, for its stations, the log and the metrics. None of it is personal data, and
 * none of it can be chosen freely by the caller.
 */
public final class RequestRecord {

    /** Name of the log field. */
    public static final String TRACE_ID = "trace-id";

    /** Name of the request attribute and of the JAX-RS property that hold the record. */
    public static final String ATTRIBUTE = RequestRecord.class.getName();

    private static final String TRACE_PARENT = "traceparent";

    private final RequestIds ids;
    private final String traceId;

    // Not volatile: one thread at a time works on a request, and Jetty's dispatch to the next one publishes its writes.
    private String tenant;
    private Operation operation;
    private String answerType;
    private ErrorCode refusal;
    private ReportCommit commit;

    private RequestRecord(RequestIds ids, String traceId) {
        this.ids = ids;
        this.traceId = traceId;
    }

    /** Returns the record of a request. The first call makes it. */
    static RequestRecord of(Request request, RequestIds.Source source) {
        RequestRecord known = (RequestRecord) request.getAttribute(ATTRIBUTE);
        if (known != null) {
            return known;
        }
        RequestIds ids = source.next(request.getHeaders().get(RequestIds.CLIENT_REQUEST_ID));
        String traceId = TraceParent.traceId(request.getHeaders().getValuesList(TRACE_PARENT))
                .orElseGet(TraceParent::newTraceId);
        RequestRecord record = new RequestRecord(ids, traceId);
        request.setAttribute(ATTRIBUTE, record);
        return record;
    }

    /** Returns the record of a request; empty before {@link AdmissionHandler} or {@link RefusalWriter} has made it. */
    public static Optional<RequestRecord> of(Request request) {
        return Optional.ofNullable((RequestRecord) request.getAttribute(ATTRIBUTE));
    }

    public RequestIds ids() {
        return ids;
    }

    public String traceId() {
        return traceId;
    }

    /** Returns the tenant that the verified token names; empty before that is known. */
    public Optional<String> tenant() {
        return Optional.ofNullable(tenant);
    }

    public void tenant(String id) {
        this.tenant = id;
    }

    /** Returns the contract's operation that the request addresses; empty before it is known. */
    public Optional<Operation> operation() {
        return Optional.ofNullable(operation);
    }

    public void operation(Operation found) {
        this.operation = found;
    }

    /** Returns the media type of the answer that the caller prefers; empty before it is known. */
    public Optional<String> answerType() {
        return Optional.ofNullable(answerType);
    }

    public void answerType(String preferred) {
        this.answerType = preferred;
    }

    public Optional<ErrorCode> refusal() {
        return Optional.ofNullable(refusal);
    }

    public void refusal(ErrorCode code) {
        this.refusal = code;
    }

    /** Returns the transaction that made the request's report durable, or failed to; empty if there is none. */
    public Optional<ReportCommit> commit() {
        return Optional.ofNullable(commit);
    }

    public void commit(ReportCommit ended) {
        this.commit = ended;
    }

    /** Adds the ids of the request to every line that this thread logs, until the scope is closed. */
    LogScope open() {
        return new LogScope(ids.requestId(), traceId);
    }

    /** Runs a task whose log lines get the ids of the request. */
    public void log(Runnable task) {
        LogScope scope = open();
        try {
            task.run();
        } finally {
            scope.close();
        }
    }

    /**
     * Gives the log lines of a thread the ids of a request, until it is closed. Restores the ids that the lines had before,
     * because the thread that stores a batch completes requests of other callers in between.
     */
    static final class LogScope {

        private final String earlierRequestId = MDC.get(RequestIds.REQUEST_ID);
        private final String earlierTraceId = MDC.get(TRACE_ID);

        LogScope(String requestId, String traceId) {
            put(requestId, traceId);
        }

        private static void put(String requestId, String traceId) {
            if (requestId == null) {
                MDC.remove(RequestIds.REQUEST_ID);
                MDC.remove(TRACE_ID);
            } else {
                MDC.put(RequestIds.REQUEST_ID, requestId);
                MDC.put(TRACE_ID, traceId);
            }
        }

        void close() {
            put(earlierRequestId, earlierTraceId);
        }
    }
}
