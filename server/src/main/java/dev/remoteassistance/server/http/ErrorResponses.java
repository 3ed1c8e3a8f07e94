package dev.remoteassistance.server.http;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

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
        Response.ResponseBuilder response = Response.status(refusal.code().status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body.of(
                        RequestIdFilter.of(request.get()), refusal.code(), refusal.getMessage(), refusal.faults()));
        refusal.headers().forEach(response::header);
        return response.build();
    }
}
