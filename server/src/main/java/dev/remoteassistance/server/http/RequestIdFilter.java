package dev.remoteassistance.server.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import org.slf4j.MDC;

/** Names every request before anything else looks at it, and puts the names on every answer. */
@PreMatching
@Priority(0)
public final class RequestIdFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String PROPERTY = RequestIds.class.getName();

    private final RequestIds.Source source;

    @Inject
    public RequestIdFilter(RequestIds.Source source) {
        this.source = source;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        RequestIds ids = source.next(request.getHeaderString(RequestIds.CLIENT_REQUEST_ID));
        request.setProperty(PROPERTY, ids);
        MDC.put(RequestIds.REQUEST_ID, ids.requestId());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        RequestIds ids = of(request);
        response.getHeaders().putSingle(RequestIds.REQUEST_ID, ids.requestId());
        response.getHeaders().putSingle(RequestIds.CLIENT_REQUEST_ID, ids.clientRequestId());
        MDC.remove(RequestIds.REQUEST_ID);
    }

    /** Returns the names of a request that this filter has seen. */
    static RequestIds of(ContainerRequestContext request) {
        return (RequestIds) request.getProperty(PROPERTY);
    }
}
