package dev.remoteassistance.contract.everything;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.curiousoddman.rgxgen.RgxGen;
import dev.remoteassistance.everything.document.ContractBody;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.Stream;

/** One document of a schema with a value for each property, one element in each array, one more property in each open object. */
public final class FullDocument {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FullDocument() {}

    public static ObjectNode of(JsonNode schema) {
        return (ObjectNode) value(schema);
    }

    /** A value that a schema takes. */
    public static JsonNode value(JsonNode schema) {
        return switch (schema.path("type").asText(ContractBody.ANY_TYPE)) {
            case ContractBody.ANY_TYPE ->
                JSON.objectNode().set("any", JSON.arrayNode().addNull());
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "string" -> JSON.textNode(text(schema));
            case "boolean" -> JSON.booleanNode(true);
            default -> JSON.numberNode(number(schema));
        };
    }

    private static ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties")
                .properties()
                .forEach(property -> object.set(property.getKey(), value(property.getValue())));
        JsonNode more = schema.required("additionalProperties");
        if (more.isObject()) {
            object.set("beside", value(more));
        } else if (more.asBoolean()) {
            object.putArray("beside").addNull();
        }
        return object;
    }

    private static ArrayNode array(JsonNode schema) {
        return JSON.arrayNode().add(value(schema.required("items")));
    }

    private static BigDecimal number(JsonNode schema) {
        BigDecimal number =
                schema.has("minimum") ? schema.get("minimum").decimalValue().add(BigDecimal.ONE) : BigDecimal.ONE;
        return schema.get("type").asText().equals("integer") ? number.setScale(0, RoundingMode.FLOOR) : number;
    }

    private static String matching(JsonNode schema) {
        Random random = new Random(1);
        return Stream.generate(() -> new RgxGen(schema.get("pattern").asText()).generate(random))
                .filter(text -> schema.path("minLength").asInt() <= text.length()
                        && text.length() <= schema.required("maxLength").asInt())
                .findFirst()
                .orElseThrow();
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> "6f5c0b7e-7f3b-4e9e-9d53-0d9d4c7d2a10";
            case "date" -> "2016-02-29";
            case "uri" -> "urn:a";
            case "byte" -> "QQ==";
            case "date-time" -> "2017-01-01T00:00:00Z";
            default ->
                schema.has("enum")
                        ? schema.get("enum").get(0).asText()
                        : schema.has("pattern")
                                ? matching(schema)
                                : "a"
                                        .repeat(Math.max(
                                                1, schema.path("minLength").asInt()));
        };
    }
}
