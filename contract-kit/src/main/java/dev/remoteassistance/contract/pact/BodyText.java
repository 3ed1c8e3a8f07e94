package dev.remoteassistance.contract.pact;

import au.com.dius.pact.core.model.IHttpPart;
import au.com.dius.pact.core.model.OptionalBody;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Reads the text of a body in a pact, compressed or not. */
public final class BodyText {

    private static final JsonMapper JSON = new JsonMapper();

    private BodyText() {}

    /** Returns the text, empty if there is no body. */
    public static String of(IHttpPart part) {
        if (!part.getBody().isPresent()) {
            return "";
        }
        boolean compressed = part.getHeaders().entrySet().stream()
                .anyMatch(header -> header.getKey().equalsIgnoreCase("Content-Encoding")
                        && header.getValue().contains("gzip"));
        return compressed ? decompressed(part.getBody().orEmpty()) : of(part.getBody());
    }

    /** Returns the text of a body that is present and not compressed; it is in UTF-8 where it names no other charset. */
    public static String of(OptionalBody body) {
        return String.valueOf(body.getContentType().asString()).contains("charset")
                ? body.valueAsString()
                : new String(body.orEmpty(), StandardCharsets.UTF_8);
    }

    /** Returns a text as JSON; missing if the text is empty or not JSON. */
    public static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    private static String decompressed(byte[] body) {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the pact declares a body that is not compressed as it says", e);
        }
    }
}
