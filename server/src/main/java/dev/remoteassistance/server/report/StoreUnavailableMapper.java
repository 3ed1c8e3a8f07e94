package dev.remoteassistance.server.report;

import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.ErrorResponses;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.store.StoreOverloadedException;
import dev.remoteassistance.server.store.StoreUnavailableException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;

/** Answers a report that could not be made durable: the caller keeps it and comes again. */
public final class StoreUnavailableMapper implements ExceptionMapper<StoreUnavailableException> {

    /** About as long as a database takes to come back. */
    private static final String UNAVAILABLE_SECONDS = "5";
    /** A full queue is written in less. */
    private static final String OVERLOADED_SECONDS = "1";

    private final ErrorResponses responses;

    @Inject
    public StoreUnavailableMapper(ErrorResponses responses) {
        this.responses = responses;
    }

    @Override
    public Response toResponse(StoreUnavailableException exception) {
        // The store has logged why, once.
        return exception instanceof StoreOverloadedException
                ? refusal("Too many reports are waiting to be stored. Sending it again is safe.", OVERLOADED_SECONDS)
                : refusal("The report cannot be stored at the moment. Sending it again is safe.", UNAVAILABLE_SECONDS);
    }

    private Response refusal(String message, String seconds) {
        return responses.of(
                new RefusalException(ErrorCode.SERVICE_UNAVAILABLE, message, Map.of(HttpHeaders.RETRY_AFTER, seconds)));
    }
}
