package dev.remoteassistance.server.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what JAX-RS itself refuses, in our words: its own messages name classes. */
public final class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {

    private static final Logger LOG = LoggerFactory.getLogger(WebApplicationExceptionMapper.class);

    private final ErrorResponses responses;

    @Inject
    public WebApplicationExceptionMapper(ErrorResponses responses) {
        this.responses = responses;
    }

    @Override
    public Response toResponse(WebApplicationException exception) {
        int status = exception.getResponse().getStatus();
        ErrorCode code = ErrorCode.ofStatus(status).orElse(ErrorCode.INTERNAL_SERVER_ERROR);
        if (code.status() >= 500) {
            responses.logFailure(LOG, "Request failed with status " + status, exception);
        }
        String allow = exception.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return responses.of(
                new RefusalException(code, message(code), allow == null ? Map.of() : Map.of(HttpHeaders.ALLOW, allow)));
    }

    private static String message(ErrorCode code) {
        return switch (code) {
            case BAD_REQUEST -> "The request cannot be read.";
            case NOT_FOUND -> OperationFilter.NO_SUCH_RESOURCE;
            case METHOD_NOT_ALLOWED -> "The resource does not support this method; see the Allow header.";
            case NOT_ACCEPTABLE -> MediaTypeFilter.JSON_RULED_OUT;
            case UNSUPPORTED_MEDIA_TYPE -> "The body must be sent with Content-Type: application/json.";
            default -> "The request failed.";
        };
    }
}
