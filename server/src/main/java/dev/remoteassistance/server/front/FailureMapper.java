package dev.remoteassistance.server.front;

import dev.remoteassistance.server.body.ViolationFaults;
import dev.remoteassistance.server.http.ErrorBody;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.http.RequestRecord;
import dev.remoteassistance.server.store.StoreOverloadedException;
import dev.remoteassistance.server.store.StoreUnavailableException;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever is thrown inside JAX-RS into an error body. What is expected gets a sentence of ours; the unexpected is
 * logged under the request's id, and the caller is given that id alone.
 */
public final class FailureMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(FailureMapper.class);

    private final ErrorBody body;
    private final Provider<ContainerRequestContext> request;

    @Inject
    public FailureMapper(ErrorBody body, Provider<ContainerRequestContext> request) {
        this.body = body;
        this.request = request;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        RequestRecord record = (RequestRecord) request.get().getProperty(RequestRecord.ATTRIBUTE);
        Throwable failure = unwrapped(thrown);
        RefusalException refusal = refusal(failure);
        if (refusal.code() == ErrorCode.INTERNAL_SERVER_ERROR) {
            Throwable cause = failure;
            record.log(() -> LOG.error("Request failed unexpectedly", cause));
        }
        record.refusal(refusal.code());
        Response.ResponseBuilder response = Response.status(refusal.code().status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body.of(record.ids(), refusal));
        refusal.headers().forEach(response::header);
        return response.build();
    }

    /** What fails in an asynchronous request, or where a parameter is read, arrives in a wrapping. */
    private static Throwable unwrapped(Throwable thrown) {
        Throwable failure = thrown;
        while (failure instanceof CompletionException && failure.getCause() != null
                || failure.getCause() instanceof RefusalException) {
            failure = failure.getCause();
        }
        return failure;
    }

    private static RefusalException refusal(Throwable failure) {
        if (failure instanceof RefusalException refusal) {
            return refusal;
        }
        if (failure instanceof ConstraintViolationException violations) {
            return ViolationFaults.refusal(violations.getConstraintViolations());
        }
        // The store has logged why, once. The caller keeps the report and comes again.
        if (failure instanceof StoreOverloadedException) {
            return new RefusalException(
                    ErrorCode.OVERLOADED, "Too many reports are waiting to be stored. Sending it again is safe.");
        }
        if (failure instanceof StoreUnavailableException) {
            return new RefusalException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "The report cannot be stored at the moment. Sending it again is safe.");
        }
        if (failure instanceof WebApplicationException refused) {
            return refusal(refused.getResponse());
        }
        return new RefusalException(ErrorCode.INTERNAL_SERVER_ERROR, ErrorBody.UNEXPECTED);
    }

    /** What JAX-RS itself refuses, in our words: its own name classes. */
    private static RefusalException refusal(Response refused) {
        ErrorCode code = ErrorCode.ofStatus(refused.getStatus()).orElse(ErrorCode.INTERNAL_SERVER_ERROR);
        String allow = refused.getHeaderString(HttpHeaders.ALLOW);
        return new RefusalException(code, message(code), allow == null ? Map.of() : Map.of(HttpHeaders.ALLOW, allow));
    }

    private static String message(ErrorCode code) {
        return switch (code) {
            case BAD_REQUEST -> "The request cannot be read.";
            case NOT_FOUND -> OperationCheck.NO_SUCH_RESOURCE;
            case METHOD_NOT_ALLOWED -> "The resource does not support this method; see the Allow header.";
            case NOT_ACCEPTABLE -> MediaTypeCheck.JSON_RULED_OUT;
            case UNSUPPORTED_MEDIA_TYPE -> "The body must be sent with Content-Type: application/json.";
            case INTERNAL_SERVER_ERROR -> ErrorBody.UNEXPECTED;
            default -> "The request failed.";
        };
    }

    /**
     * The same, for what Bean Validation throws: Jersey has a mapper for it, nearer than one of Throwable, which answers
     * with class names.
     */
    static final class OfValidation implements ExceptionMapper<ValidationException> {

        private final FailureMapper mapper;

        @Inject
        OfValidation(ErrorBody body, Provider<ContainerRequestContext> request) {
            this.mapper = new FailureMapper(body, request);
        }

        @Override
        public Response toResponse(ValidationException thrown) {
            return mapper.toResponse(thrown);
        }
    }
}
