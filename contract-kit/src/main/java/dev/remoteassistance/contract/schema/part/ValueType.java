package dev.remoteassistance.contract.schema.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The types of values. Numbers have two types, so that an integer is a number too. */
public enum ValueType {
    NULL("null"),
    BOOLEAN("boolean"),
    OBJECT("object"),
    ARRAY("array"),
    INTEGER("integer"),
    FRACTION("number"),
    STRING("string");

    private final String word;
    private final JsonNode schema;

    ValueType(String word) {
        this.word = word;
        // OpenAPI 3.0 has no type null, but this schema is in no contract.
        schema = JsonNodeFactory.instance.objectNode().put("type", word);
    }

    /** Returns the types that a name of OpenAPI stands for; none if it is unknown. */
    static Set<ValueType> named(String name) {
        return switch (name) {
            case "null" -> EnumSet.of(NULL);
            case "boolean" -> EnumSet.of(BOOLEAN);
            case "object" -> EnumSet.of(OBJECT);
            case "array" -> EnumSet.of(ARRAY);
            case "integer" -> EnumSet.of(INTEGER);
            case "number" -> EnumSet.of(INTEGER, FRACTION);
            case "string" -> EnumSet.of(STRING);
            default -> EnumSet.noneOf(ValueType.class);
        };
    }

    /** Returns a schema for values of this type, the same one each time. */
    public JsonNode schema() {
        return schema;
    }

    static ValueType of(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> BOOLEAN;
            case OBJECT, POJO -> OBJECT;
            case ARRAY -> ARRAY;
            case NUMBER ->
                value.isIntegralNumber()
                                || value.decimalValue().stripTrailingZeros().scale() <= 0
                        ? INTEGER
                        : FRACTION;
            case STRING, BINARY -> STRING;
            case NULL, MISSING -> NULL;
        };
    }

    /** Returns the names of types in words, without null. */
    public static String words(Set<ValueType> types) {
        return types.stream()
                .filter(type -> type != NULL && !(type == INTEGER && types.contains(FRACTION)))
                .map(type -> type.word)
                .collect(Collectors.joining(" or "));
    }
}
