package dev.remoteassistance.server.front;

import dev.remoteassistance.model.ODataError;
import dev.remoteassistance.server.body.ViolationFaults;
import dev.remoteassistance.server.http.ErrorBody;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.http.RefusalException.Fault;
import dev.remoteassistance.server.http.RequestRecord;
import dev.remoteassistance.server.session.QueryException;
import dev.remoteassistance.server.store.ReportRefusedException;
import dev.remoteassistance.server.store.StoreOverloadedException;
import dev.remoteassistance.server.store.StoreUnavailableException;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Maps every exception inside JAX-RS to an error body. An expected one is answered by a sentence of ours. An unexpected
 * one is logged under the request's id, and the caller learns nothing but that id.
 */
public final class FailureMapper implements ExceptionMapper<Throwable>, ContainerResponseFilter {

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

    /** Replaces the body of an exception that brings its own: JAX-RS asks no mapper about it. */
    @Override
    public void filter(ContainerRequestContext asked, ContainerResponseContext answer) {
        if (answer.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode()
                && !(answer.getEntity() instanceof ODataError)) {
            RequestRecord record = (RequestRecord) asked.getProperty(RequestRecord.ATTRIBUTE);
            RefusalException refusal = new RefusalException(ErrorCode.ofStatus(answer.getStatus()));
            record.refusal(refusal.code());
            answer.setEntity(body.of(record.ids(), refusal), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
        }
    }

    /** Unwraps a failure: an asynchronous request and the reading of a parameter wrap theirs. */
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
        // The cause has been logged. The caller sends the request again.
        if (failure instanceof StoreUnavailableException) {
            return new RefusalException(
                    failure instanceof StoreOverloadedException ? ErrorCode.OVERLOADED : ErrorCode.STORE_UNAVAILABLE);
        }
        if (failure instanceof QueryException query) {
            return RefusalException.ofFaults(List.of(new Fault(query.target(), query.getMessage())));
        }
        if (failure instanceof ReportRefusedException) {
            return new RefusalException(
                    ErrorCode.BAD_REQUEST, "The report or the token holds a character that cannot be stored.");
        }
        // A refusal by JAX-RS itself gets our words: its own words name classes.
        if (failure instanceof WebApplicationException refused) {
            ErrorCode code = ErrorCode.ofStatus(refused.getResponse().getStatus());
            String allow = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
            return new RefusalException(
                    code, code.message(), allow == null ? Map.of() : Map.of(HttpHeaders.ALLOW, allow));
        }
        return new RefusalException(ErrorCode.INTERNAL_SERVER_ERROR);
    }

    /**
     * Maps exceptions of Bean Validation. Jersey brings a mapper for them that answers with class names, and prefers it
     * to a mapper of Throwable.
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
