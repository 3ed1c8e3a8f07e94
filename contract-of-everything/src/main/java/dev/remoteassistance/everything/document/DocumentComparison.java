package dev.remoteassistance.everything.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the differences between a payload as it was sent and as it is stored, except those that the README of the model
 * allows: a declared property that is null is left out, equal date-times may look different, and so may equal numbers
 * and the order of properties.
 */
public final class DocumentComparison {

    /**
     * Reads any JSON, independently of the policy that it judges: without limits of length, and without loss of digits.
     */
    private static final JsonMapper EXACT = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(Integer.MAX_VALUE)
                            .maxNameLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final JsonNode schema;

    /** Compares documents with this schema, in which references are resolved. */
    public DocumentComparison(JsonNode schema) {
        this.schema = schema;
    }

    /** Reads JSON with every digit that it has. */
    public static JsonNode read(String json) {
        try {
            return EXACT.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Returns a line for each difference, which begins with the path of the value. */
    public List<String> differences(JsonNode sent, JsonNode stored) {
        List<String> found = new ArrayList<>();
        compare(schema, "", sent, stored, found);
        return found;
    }

    private static void compare(JsonNode schema, String path, JsonNode sent, JsonNode stored, List<String> found) {
        if (sent.isObject() && stored.isObject()) {
            JsonNode declared = schema.path("properties");
            names(sent, stored).forEach(name -> {
                boolean leftOut = declared.has(name) && sent.path(name).isNull() && !stored.has(name);
                if (!leftOut) {
                    JsonNode inner = declared.has(name) ? declared.get(name) : schema.path("additionalProperties");
                    compare(inner, path + "/" + name, sent.path(name), stored.path(name), found);
                }
            });
        } else if (sent.isArray() && stored.isArray()) {
            for (int i = 0; i < Math.max(sent.size(), stored.size()); i++) {
                compare(schema.path("items"), path + "/" + i, sent.path(i), stored.path(i), found);
            }
        } else if (!isSame(sent, stored) && !isSameDateTime(schema, sent, stored)) {
            found.add("%s: sent %s, stored %s".formatted(path, shown(sent), shown(stored)));
        }
    }

    private static boolean isSameDateTime(JsonNode schema, JsonNode sent, JsonNode stored) {
        if (!schema.path("format").asText().equals("date-time")) {
            return false;
        }
        try {
            return OffsetDateTime.parse(sent.asText()).equals(OffsetDateTime.parse(stored.asText()));
        } catch (DateTimeException no) {
            return false;
        }
    }

    private static boolean isSame(JsonNode sent, JsonNode stored) {
        return sent.isNumber() && stored.isNumber()
                ? sent.decimalValue().compareTo(stored.decimalValue()) == 0
                : sent.equals(stored);
    }

    private static Set<String> names(JsonNode sent, JsonNode stored) {
        Set<String> names = new TreeSet<>();
        sent.fieldNames().forEachRemaining(names::add);
        stored.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }
}
