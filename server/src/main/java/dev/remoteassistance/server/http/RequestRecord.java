package dev.remoteassistance.server.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.slf4j.MDC;

/**
 * What the stations of a request tell about it, for the log and the metrics. None of it is personal, and nothing of it
 * is the caller's free choice.
 */
public final class RequestRecord {

    /** Log field. */
    public static final String TRACE_ID = "trace-id";

    private static final ThreadLocal<RequestRecord> CURRENT = new ThreadLocal<>();
    private static final String TRACE_PARENT = "traceparent";
    private static final String NAME = RequestRecord.class.getName();

    private final RequestIds ids;
    private final String traceId;

    // Of one request, by one thread after the other: whoever hands the request on publishes them.
    private String tenant;
    private String route;
    private ErrorCode refusal;

    private RequestRecord(RequestIds ids, String traceId) {
        this.ids = ids;
        this.traceId = traceId;
    }

    /** Returns the record of a request, begun if this is the first to ask for it. */
    static RequestRecord of(Request request, RequestIds.Source source) {
        RequestRecord known = (RequestRecord) request.getAttribute(NAME);
        if (known != null) {
            return known;
        }
        RequestIds ids = source.next(request.getHeaders().get(RequestIds.CLIENT_REQUEST_ID));
        // A trace that begins here needs a name that is as random; the request's own is.
        String traceId = TraceParent.traceId(request.getHeaders().getValuesList(TRACE_PARENT))
                .orElseGet(() -> ids.requestId().replace("-", ""));
        RequestRecord record = new RequestRecord(ids, traceId);
        request.setAttribute(NAME, record);
        return record;
    }

    /** Returns the record of a request that {@link RequestRecordHandler} or the error handler has seen. */
    public static Optional<RequestRecord> of(Request request) {
        return Optional.ofNullable((RequestRecord) request.getAttribute(NAME));
    }

    /** Returns the record of a request that {@link RequestIdFilter} has seen. */
    public static RequestRecord of(ContainerRequestContext request) {
        return (RequestRecord) request.getProperty(NAME);
    }

    void attachTo(ContainerRequestContext request) {
        request.setProperty(NAME, this);
    }

    public RequestIds ids() {
        return ids;
    }

    public String traceId() {
        return traceId;
    }

    /** The tenant that the verified token names. */
    public Optional<String> tenant() {
        return Optional.ofNullable(tenant);
    }

    public void tenant(String id) {
        this.tenant = id;
    }

    /** The path of the operation as the contract has it, never as the caller typed it. */
    public Optional<String> route() {
        return Optional.ofNullable(route);
    }

    void route(String template) {
        this.route = template;
    }

    public Optional<ErrorCode> refusal() {
        return Optional.ofNullable(refusal);
    }

    void refusal(ErrorCode code) {
        this.refusal = code;
    }

    /** Returns the record of the request that this thread works for, between opening and closing its scope. */
    static RequestRecord current() {
        return CURRENT.get();
    }

    /** Puts the names of the request on all that this thread logs, until the scope is closed. */
    public LogScope open() {
        LogScope scope = new LogScope(CURRENT.get());
        enter(this);
        return scope;
    }

    private static void enter(RequestRecord record) {
        if (record == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(record);
        }
        put(RequestIds.REQUEST_ID, record == null ? null : record.ids.requestId());
        put(TRACE_ID, record == null ? null : record.traceId);
    }

    private static void put(String field, String value) {
        if (value == null) {
            MDC.remove(field);
        } else {
            MDC.put(field, value);
        }
    }

    /**
     * Gives the thread back to whom it belonged before. That can be another request, which completes this one on the way.
     *
     * @param earlier the other request's, or null
     */
    public record LogScope(RequestRecord earlier) {

        public void close() {
            enter(earlier);
        }
    }
}
