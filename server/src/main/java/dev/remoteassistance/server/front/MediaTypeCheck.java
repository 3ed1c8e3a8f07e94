package dev.remoteassistance.server.front;

import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.http.AdmissionHandler;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.http.RequestRecord;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Checks Content-Type and Accept before JAX-RS does, and chooses the type of the answer. JAX-RS answers malformed media
 * types without an error body, accepts a wildcard as the type of a body, and treats types of quality 0 as acceptable.
 */
public final class MediaTypeCheck implements AdmissionHandler.Check {

    @Override
    public void check(Request request, RequestRecord record) {
        Operation operation = record.operation().orElseThrow();
        String contentType = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (contentType != null) {
            requireOneOf(operation, contentType);
        }
        record.answerType(preferred(operation, request.getHeaders()));
    }

    private static void requireOneOf(Operation operation, String contentType) {
        MediaType sent = AcceptedTypes.mediaType(contentType);
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

    /** Returns the type that the caller prefers; of equally preferred types, the first one in the contract. */
    private static String preferred(Operation operation, HttpFields headers) {
        AcceptedTypes accepted = headers.contains(HttpHeader.ACCEPT)
                ? AcceptedTypes.of(headers.getCSV(HttpHeader.ACCEPT, true))
                : AcceptedTypes.ALL;
        String best = null;
        for (String type : operation.answerTypes()) {
            if (accepted.quality(type) > (best == null ? 0 : accepted.quality(best))) {
                best = type;
            }
        }
        if (best == null) {
            throw new RefusalException(
                    ErrorCode.NOT_ACCEPTABLE,
                    "The Accept header rules out %s.".formatted(String.join(" and ", operation.answerTypes())));
        }
        return best;
    }

    private static RefusalException unsupported(String message) {
        return new RefusalException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, message);
    }

    /**
     * The media types of an Accept header. By RFC 9110, the most specific range that contains a type decides about it.
     *
     * @param ranges well-formed ones, in any order
     */
    private record AcceptedTypes(List<MediaType> ranges) {

        /** What a request without this header accepts. */
        static final AcceptedTypes ALL = new AcceptedTypes(List.of(MediaType.WILDCARD_TYPE));

        private static final Comparator<MediaType> EXACTNESS = Comparator.comparing(
                        (MediaType range) -> !range.isWildcardType())
                .thenComparing(range -> !range.isWildcardSubtype());

        /** Reads the elements of a header, and ignores malformed ones. */
        static AcceptedTypes of(List<String> elements) {
            return new AcceptedTypes(elements.stream()
                    .map(AcceptedTypes::mediaType)
                    .filter(Objects::nonNull)
                    .toList());
        }

        /** Returns the quality value of a type, between 0 and 1; 0 if it is not accepted. */
        double quality(String type) {
            MediaType offered = MediaType.valueOf(type);
            return ranges.stream()
                    .filter(offered::isCompatible)
                    .max(EXACTNESS.thenComparingDouble(AcceptedTypes::weight))
                    .map(AcceptedTypes::weight)
                    .orElse(0.0);
        }

        private static double weight(MediaType range) {
            String quality = range.getParameters().getOrDefault("q", "1");
            return quality.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?") ? Double.parseDouble(quality) : 0;
        }

        /** Returns the media type; null if it is malformed. */
        static MediaType mediaType(String text) {
            try {
                return MediaType.valueOf(text);
            } catch (IllegalArgumentException malformed) {
                return null;
            }
        }
    }
}
