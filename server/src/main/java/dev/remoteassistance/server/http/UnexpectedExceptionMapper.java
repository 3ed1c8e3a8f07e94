package dev.remoteassistance.server.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the unexpected under the request's id, and gives the caller that id alone. */
public final class UnexpectedExceptionMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedExceptionMapper.class);

    private final ErrorResponses responses;

    @Inject
    public UnexpectedExceptionMapper(ErrorResponses responses) {
        this.responses = responses;
    }

    @Override
    public Response toResponse(Throwable unexpected) {
        responses.logFailure(LOG, "Request failed unexpectedly", unexpected);
        return responses.of(new RefusalException(
                ErrorCode.INTERNAL_SERVER_ERROR,
                "The server failed. Sending the request again is safe; support can find it by its request-id."));
    }
}
