package dev.remoteassistance.server.store.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.store.StrippedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A payload in the form that is stored.
 *
 * @param json the payload as JSON text, declared properties in the contract's order
 * @param digest SHA-256 of the payload with all properties sorted by name: equal for equal content, whatever the order
 *     on the wire, and also after a later contract has declared a property that this one does not know
 */
public record PayloadDocument(String json, byte[] digest) {

    private static final ObjectWriter WRITER = JsonPolicy.newMapper()
            .writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .forType(RemoteAssistanceReporting.class);

    /** Writes a report. */
    public static PayloadDocument of(RemoteAssistanceReporting report) {
        try (PropertySlices slices = new PropertySlices(WRITER.getFactory())) {
            WRITER.writeValue(slices, report);
            slices.flush();
            return new PayloadDocument(slices.text(), slices.sortedDigest(sha256()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report that was read cannot be written", StrippedException.of(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds the id in a stored payload: to the letter, where the column for it may lack characters. */
    public static String idOf(String json) {
        try (JsonParser parser = WRITER.getFactory().createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(RemoteAssistanceReporting.JSON_PROPERTY_ID);
                parser.nextToken();
                if (found) {
                    return parser.getText();
                }
                parser.skipChildren();
            }
            throw new IllegalStateException("A stored payload has no id");
        } catch (IOException e) {
            throw new IllegalStateException("A stored payload cannot be read", StrippedException.of(e));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
