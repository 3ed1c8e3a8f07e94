package dev.remoteassistance.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.json.JsonPolicy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A payload in the form that is stored.
 *
 * @param json the payload as JSON text, declared properties in the contract's order
 * @param digest SHA-256 of the payload with all properties sorted by name: equal for equal content, whatever the order
 *     on the wire, and also after a later contract has declared a property that this one does not know
 */
record PayloadDocument(String json, byte[] digest) {

    private static final ObjectMapper MAPPER = JsonPolicy.newMapper();
    private static final ObjectWriter SORTED = MAPPER.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    static PayloadDocument of(RemoteAssistanceReporting report) {
        try {
            byte[] canonical = SORTED.writeValueAsBytes(MAPPER.convertValue(report, Object.class));
            return new PayloadDocument(
                    new String(MAPPER.writeValueAsBytes(report), StandardCharsets.UTF_8),
                    MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("A report that was read cannot be written", e);
        }
    }
}
