package dev.remoteassistance.server.http;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.slf4j.Logger;

/** The one door by which every refusal leaves the resources and filters. */
public final class ErrorResponses {

    private final ErrorBody body;
    private final Provider<ContainerRequestContext> request;

    @Inject
    public ErrorResponses(ErrorBody body, Provider<ContainerRequestContext> request) {
        this.body = body;
        this.request = request;
    }

    public Response of(RefusalException refusal) {
        RequestRecord record = RequestRecord.of(request.get());
        record.refusal(refusal.code());
        Response.ResponseBuilder response = Response.status(refusal.code().status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body.of(record.ids(), refusal.code(), refusal.getMessage(), refusal.faults()));
        refusal.headers().forEach(response::header);
        return response.build();
    }

    /** Logs a failure under the request's names, also on a thread that the request did not begin on. */
    public void logFailure(Logger log, String message, Throwable cause) {
        RequestRecord.LogScope scope = RequestRecord.of(request.get()).open();
        try {
            log.error(message, cause);
        } finally {
            scope.close();
        }
    }
}
