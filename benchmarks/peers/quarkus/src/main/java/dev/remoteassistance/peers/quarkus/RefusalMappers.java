package dev.remoteassistance.peers.quarkus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.remoteassistance.peers.quarkus.model.ErrorDetails;
import dev.remoteassistance.peers.quarkus.model.InnerError;
import dev.remoteassistance.peers.quarkus.model.MainError;
import dev.remoteassistance.peers.quarkus.model.ODataError;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps every refusal of a request to the contract's error body. */
class RefusalMappers {

    private static final Logger LOG = Logger.getLogger(RefusalMappers.class);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final String INVALID = "ModelValidationFailure";
    private static final String RETRY_AFTER_SECONDS = "5";

    private final RoutingContext request;

    @Inject
    RefusalMappers(RoutingContext request) {
        this.request = request;
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized() {
        return refusal(Status.UNAUTHORIZED, "InvalidAuthenticationToken", "No valid access token was sent.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper(ForbiddenException.class)
    Response forbidden() {
        return refusal(Status.FORBIDDEN, "Forbidden", "The caller lacks the permission for this operation.")
                .build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException exception) {
        List<ErrorDetails> details = exception.getConstraintViolations().stream()
                .map(fault -> new ErrorDetails()
                        .code(INVALID)
                        .message(fault.getMessage())
                        .target(fault.getPropertyPath().toString().replace('.', '/')))
                .toList();
        return refusal(Status.BAD_REQUEST, INVALID, "The request breaks its rules.", details)
                .build();
    }

    // The second exception is named because Quarkus has its own mapper for it.
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response unreadable() {
        return refusal(Status.BAD_REQUEST, "BadRequest", "The body cannot be read.")
                .build();
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException exception) {
        Status status = Status.fromStatusCode(exception.getResponse().getStatus());
        String phrase = status.getReasonPhrase();
        return refusal(status, phrase.replace(" ", ""), phrase + ".").build();
    }

    @ServerExceptionMapper
    Response storeUnavailable(PersistenceException exception) {
        LOG.errorf(
                exception,
                "The store is unavailable, request %s",
                RequestIds.of(request).requestId());
        return refusal(Status.SERVICE_UNAVAILABLE, "ServiceUnavailable", "Reports cannot be stored at the moment.")
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    private Response.ResponseBuilder refusal(Status status, String code, String message) {
        return refusal(status, code, message, null);
    }

    private Response.ResponseBuilder refusal(Status status, String code, String message, List<ErrorDetails> details) {
        RequestIds ids = RequestIds.of(request);
        InnerError inner = new InnerError()
                .date(SECONDS.format(LocalDateTime.now(ZoneOffset.UTC)))
                .requestId(ids.requestId())
                .clientRequestId(ids.clientRequestId());
        MainError error =
                new MainError().code(code).message(message).details(details).innerError(inner);
        return Response.status(status).type(MediaType.APPLICATION_JSON).entity(new ODataError().error(error));
    }
}
