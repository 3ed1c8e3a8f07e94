package dev.remoteassistance.server.front;

import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.http.AdmissionHandler;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.http.RequestRecord;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Checks Content-Type and Accept before JAX-RS does. JAX-RS answers malformed media types without an error body,
 * accepts a wildcard as the type of a body, and treats types of quality 0 as acceptable.
 */
public final class MediaTypeCheck implements AdmissionHandler.Check {

    @Override
    public void check(Request request, RequestRecord record) {
        String contentType = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (contentType != null) {
            requireOneOf(record.operation().orElseThrow(), contentType);
        }
        if (!acceptsJson(request.getHeaders())) {
            throw new RefusalException(ErrorCode.NOT_ACCEPTABLE);
        }
    }

    private static void requireOneOf(Operation operation, String contentType) {
        MediaType sent = mediaType(contentType);
        if (sent == null
                || operation.mediaTypes().stream()
                        .noneMatch(name -> name.equalsIgnoreCase(sent.getType() + "/" + sent.getSubtype()))) {
            throw unsupported("The body must be sent with Content-Type: %s."
                    .formatted(String.join(" or ", operation.mediaTypes())));
        }
        String charset = sent.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            throw unsupported("The body must be sent in UTF-8; its Content-Type says otherwise.");
        }
    }

    private static boolean acceptsJson(HttpFields headers) {
        return !headers.contains(HttpHeader.ACCEPT)
                || headers.getCSV(HttpHeader.ACCEPT, true).stream()
                        .map(MediaTypeCheck::mediaType)
                        .anyMatch(type -> type != null
                                && type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                                && quality(type) > 0);
    }

    /** Returns the quality; 0 if it is malformed. */
    private static double quality(MediaType type) {
        String quality = type.getParameters().getOrDefault("q", "1");
        return quality.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(quality) : 0;
    }

    /** Returns the media type; null if it is malformed. */
    private static MediaType mediaType(String text) {
        try {
            return MediaType.valueOf(text);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static RefusalException unsupported(String message) {
        return new RefusalException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, message);
    }
}
