package dev.remoteassistance.server.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;

/** Brings the record of a request to JAX-RS, and puts the request's names on every answer. */
@PreMatching
@Priority(0)
public final class RequestIdFilter implements ContainerRequestFilter, ContainerResponseFilter {

    /** On the thread that {@link RequestRecordHandler} has named; the answer's filter may run on another. */
    @Override
    public void filter(ContainerRequestContext request) {
        RequestRecord.current().attachTo(request);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RequestIds ids = RequestRecord.of(request).ids();
        response.getHeaders().putSingle(RequestIds.REQUEST_ID, ids.requestId());
        response.getHeaders().putSingle(RequestIds.CLIENT_REQUEST_ID, ids.clientRequestId());
    }
}
