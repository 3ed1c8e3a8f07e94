package dev.remoteassistance.server.http;

import dev.remoteassistance.server.contract.Operation;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/**
 * Checks both media types, before JAX-RS does: it answers malformed ones without a body, takes wildcards for the type
 * of a body, and types of quality 0 for acceptable.
 */
@PreMatching
@Priority(Priorities.AUTHORIZATION + 1)
public final class MediaTypeFilter implements ContainerRequestFilter {

    static final String JSON_RULED_OUT = "The Accept header rules out application/json, the type of every error body.";

    @Override
    public void filter(ContainerRequestContext request) {
        Operation operation = OperationFilter.of(request).orElseThrow();
        String contentType = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (contentType != null && !isOneOf(operation, contentType)) {
            throw new RefusalException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "The body must be sent with Content-Type: %s."
                            .formatted(String.join(" or ", operation.mediaTypes())));
        }
        if (!acceptsJson(request)) {
            throw new RefusalException(ErrorCode.NOT_ACCEPTABLE, JSON_RULED_OUT);
        }
    }

    private static boolean isOneOf(Operation operation, String contentType) {
        try {
            MediaType sent = MediaType.valueOf(contentType);
            return operation.mediaTypes().stream()
                    .anyMatch(name -> name.equalsIgnoreCase(sent.getType() + "/" + sent.getSubtype()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean acceptsJson(ContainerRequestContext request) {
        try {
            return request.getAcceptableMediaTypes().stream()
                    .filter(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                    .anyMatch(type -> Double.parseDouble(type.getParameters().getOrDefault("q", "1")) > 0);
        } catch (RuntimeException malformed) {
            return false;
        }
    }
}
