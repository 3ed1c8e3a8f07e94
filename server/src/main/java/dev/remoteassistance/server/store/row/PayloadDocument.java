package dev.remoteassistance.server.store.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.store.StrippedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A payload in the form that is stored.
 *
 * @param json the payload as JSON text, declared properties in the contract's order
 * @param digest SHA-256 of the payload with all properties sorted by name: equal for equal content, in any order on the
 *     wire, and also after a later contract has declared a property that this one does not know
 */
public record PayloadDocument(String json, byte[] digest) {

    private static final ObjectWriter WRITER = JsonPolicy.newMapper()
            .writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .forType(RemoteAssistanceReporting.class);

    private static final JsonFactory NAMES = new JsonFactory();

    /** Serialises a report. */
    public static PayloadDocument of(RemoteAssistanceReporting report) {
        try {
            byte[] json = WRITER.writeValueAsBytes(report);
            return new PayloadDocument(new String(json, StandardCharsets.UTF_8), sortedDigest(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report that was read cannot be written", StrippedException.of(e));
        } catch (IOException e) {
            throw new IllegalStateException("A payload that was written cannot be read", StrippedException.of(e));
        }
    }

    /** Hashes the properties in the order of their names, each as it was serialised, without spaces. */
    private static byte[] sortedDigest(byte[] json) throws IOException {
        Map<String, Slice> properties = new TreeMap<>();
        int depth = 0;
        int start = 1;
        boolean inText = false;
        for (int i = start; i < json.length; i++) {
            byte character = json[i];
            if (inText) {
                inText = character != '"';
                i += character == '\\' ? 1 : 0;
            } else if (depth == 0 && (character == ',' || character == '}')) {
                properties.put(name(json, start), new Slice(start, i));
                start = i + 1;
            } else {
                inText = character == '"';
                depth += character == '{' || character == '[' ? 1 : 0;
                depth -= character == '}' || character == ']' ? 1 : 0;
            }
        }
        MessageDigest digest = sha256();
        byte separator = '{';
        for (Slice slice : properties.values()) {
            digest.update(separator);
            digest.update(json, slice.start(), slice.end() - slice.start());
            separator = ',';
        }
        digest.update((byte) '}');
        return digest.digest();
    }

    private static String name(byte[] json, int start) throws IOException {
        int end = start + 1;
        boolean escaped = false;
        while (json[end] != '"') {
            escaped |= json[end] == '\\';
            end += json[end] == '\\' ? 2 : 1;
        }
        if (!escaped) {
            return new String(json, start + 1, end - start - 1, StandardCharsets.UTF_8);
        }
        try (JsonParser parser = NAMES.createParser(json, start, end + 1 - start)) {
            return parser.nextTextValue();
        }
    }

    private record Slice(int start, int end) {}

    /** Returns the id in a stored payload. It is exact, while the column for it may have characters replaced. */
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
