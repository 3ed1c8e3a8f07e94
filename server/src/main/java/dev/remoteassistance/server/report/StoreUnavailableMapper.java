package dev.remoteassistance.server.report;

import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.ErrorResponses;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.store.StoreUnavailableException;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a report that could not be made durable: the caller keeps it and comes again. */
public final class StoreUnavailableMapper implements ExceptionMapper<StoreUnavailableException> {

    private static final Logger LOG = LoggerFactory.getLogger(StoreUnavailableMapper.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ErrorResponses responses;

    @Inject
    public StoreUnavailableMapper(ErrorResponses responses) {
        this.responses = responses;
    }

    @Override
    public Response toResponse(StoreUnavailableException exception) {
        responses.logFailure(LOG, "The store is unavailable", exception);
        return responses.of(new RefusalException(
                ErrorCode.SERVICE_UNAVAILABLE,
                "The report cannot be stored at the moment. Sending it again is safe.",
                Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)));
    }
}
