package dev.remoteassistance.server.front;

import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The media types of an Accept header. By RFC 9110, the most specific range that contains a type decides about it.
 *
 * @param ranges well-formed ones, in any order
 */
record AcceptedTypes(List<MediaType> ranges) {

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
