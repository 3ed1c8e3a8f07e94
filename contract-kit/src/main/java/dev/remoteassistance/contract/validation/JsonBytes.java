package dev.remoteassistance.contract.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.spec.ContractDocument;

/**
 * Finds answers that have the media type of plain bytes and a schema that is an object: their bytes are JSON in UTF-8.
 * The validator and Pact do not look into plain bytes, so they get such an answer under another media type. Bytes whose
 * schema is a text may be anything, and keep their type.
 */
public final class JsonBytes {

    /** The media type of plain bytes. */
    public static final String MEDIA_TYPE = "application/octet-stream";

    /** The media type under which such bytes are checked. */
    public static final String CHECKED = MEDIA_TYPE + "+json";

    private JsonBytes() {}

    /**
     * Returns whether the bytes of an answer are JSON.
     *
     * @param document the contract
     * @param answer what it documents for the answer's status, resolved
     */
    public static boolean hasJsonBytes(ContractDocument document, JsonNode answer) {
        JsonNode schema = answer.path("content").path(MEDIA_TYPE).path("schema");
        return !schema.isMissingNode()
                && document.composition(schema)
                        .anyMatch(part -> part.path("type").asText().equals("object") || part.has("properties"));
    }

    /** Returns whether a header's value names plain bytes. */
    public static boolean isPlainBytes(String contentType) {
        return contentType.split(";", 2)[0].strip().equalsIgnoreCase(MEDIA_TYPE);
    }

    /** Gives the bytes of a documented answer the media type under which they are checked, if they are JSON. */
    static void rename(ContractDocument document, JsonNode answer) {
        if (hasJsonBytes(document, answer)) {
            ObjectNode content = (ObjectNode) answer.get("content");
            content.set(CHECKED, content.remove(MEDIA_TYPE));
        }
    }
}
