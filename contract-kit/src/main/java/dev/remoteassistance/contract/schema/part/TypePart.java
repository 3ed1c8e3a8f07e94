package dev.remoteassistance.contract.schema.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Schemas that are in no contract, each for values of one type. */
public final class TypePart {

    private static final Map<ValueType, JsonNode> PARTS = new EnumMap<>(ValueType.class);

    static {
        for (ValueType type : ValueType.values()) {
            ObjectNode part = JsonNodeFactory.instance.objectNode();
            // OpenAPI 3.0 has no type null, but these schemas are in no contract.
            PARTS.put(type, part.put("type", type == ValueType.FRACTION ? "number" : name(type)));
        }
    }

    private TypePart() {}

    /** The schema for a type. */
    public static JsonNode of(ValueType type) {
        return PARTS.get(type);
    }

    private static String name(ValueType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
