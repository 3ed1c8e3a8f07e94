package dev.remoteassistance.server.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import org.eclipse.jetty.server.Request;

/** Brings the record of a request to JAX-RS, and puts the request's names on every answer. */
@PreMatching
@Priority(0)
public final class RequestIdFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private final Provider<Request> wire;

    @Inject
    public RequestIdFilter(Provider<Request> wire) {
        this.wire = wire;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        RequestRecord.of(wire.get()).orElseThrow().attachTo(request);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RequestIds ids = RequestRecord.of(request).ids();
        response.getHeaders().putSingle(RequestIds.REQUEST_ID, ids.requestId());
        response.getHeaders().putSingle(RequestIds.CLIENT_REQUEST_ID, ids.clientRequestId());
    }
}
