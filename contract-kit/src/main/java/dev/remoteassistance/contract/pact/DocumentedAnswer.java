package dev.remoteassistance.contract.pact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.validation.JsonBytes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a contract documents for an answer.
 *
 * @param document the contract
 * @param answer for its status, resolved; empty if there is none
 */
public record DocumentedAnswer(ContractDocument document, Optional<JsonNode> answer) {

    private static final String CONTENT_TYPE = "Content-Type";

    /** Returns whether an {@code application/octet-stream} body with these headers is JSON by its schema. */
    public boolean isJsonInBytes(Map<String, List<String>> headers) {
        return answer.filter(documented -> JsonBytes.hasJsonBytes(document, documented))
                        .isPresent()
                && headers.entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase(CONTENT_TYPE))
                        .flatMap(header -> header.getValue().stream())
                        .anyMatch(JsonBytes::isPlainBytes);
    }

    /** Returns an answer's headers with the media type under which its body is checked. */
    Map<String, List<String>> checked(Map<String, List<String>> headers) {
        return isJsonInBytes(headers) ? withType(headers, JsonBytes.CHECKED) : headers;
    }

    /** Returns the media type under which a body of this type is checked. */
    String checked(String contentType) {
        return checked(Map.of(CONTENT_TYPE, List.of(contentType)))
                .get(CONTENT_TYPE)
                .get(0);
    }

    /** Returns headers with another media type. */
    public static Map<String, List<String>> withType(Map<String, List<String>> headers, String contentType) {
        Map<String, List<String>> changed = new LinkedHashMap<>(headers);
        changed.replaceAll((name, values) -> name.equalsIgnoreCase(CONTENT_TYPE) ? List.of(contentType) : values);
        return changed;
    }
}
