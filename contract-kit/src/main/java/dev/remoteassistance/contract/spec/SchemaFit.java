package dev.remoteassistance.contract.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells which of several schemas a value is meant for, by its shape: types, members, required and closed properties. Limits
 * and patterns are no part of a shape.
 */
final class SchemaFit {

    private final ContractDocument document;

    SchemaFit(ContractDocument document) {
        this.document = document;
    }

    /** Whether a value has the shape of a schema. */
    boolean fits(JsonNode schema, JsonNode value) {
        return fits(schema, value, List.of());
    }

    /** Checks one value. Skips a schema that leads back to itself for the same value. */
    private boolean fits(JsonNode schema, JsonNode value, List<JsonNode> above) {
        JsonNode meant = document.resolve(schema);
        if (meant.isBoolean()) {
            return meant.asBoolean();
        } else if (above.stream().anyMatch(one -> one == meant) || isAllowedNull(meant, value)) {
            return true;
        }
        List<JsonNode> around = new ArrayList<>(above);
        around.add(meant);
        return hasType(meant, value)
                && isMember(meant, value)
                && hasProperties(meant, value)
                && (!value.isArray() || !meant.has("items") || allFit(meant.get("items"), value))
                && alternatives(meant, "allOf").allMatch(part -> fits(part, value, around))
                && (!meant.has("anyOf") || alternatives(meant, "anyOf").anyMatch(part -> fits(part, value, around)))
                && (!meant.has("oneOf") || alternatives(meant, "oneOf").anyMatch(part -> fits(part, value, around)));
    }

    private static Stream<JsonNode> alternatives(JsonNode schema, String keyword) {
        return ContractDocument.elements(schema.path(keyword));
    }

    private boolean allFit(JsonNode items, JsonNode array) {
        return ContractDocument.elements(array).allMatch(item -> fits(items, item));
    }

    private static boolean isAllowedNull(JsonNode schema, JsonNode value) {
        return value.isNull() && schema.path("nullable").asBoolean();
    }

    private static boolean hasType(JsonNode schema, JsonNode value) {
        JsonNode type = schema.path("type");
        return type.isMissingNode()
                || (type.isArray() ? ContractDocument.elements(type) : Stream.of(type))
                        .anyMatch(name -> isOfType(value, name.asText()));
    }

    private static boolean isOfType(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "integer" ->
                value.isIntegralNumber()
                        || value.isNumber()
                                && value.decimalValue().stripTrailingZeros().scale() <= 0;
            case "null" -> value.isNull();
            default -> true;
        };
    }

    private static boolean isMember(JsonNode schema, JsonNode value) {
        return (!schema.has("const") || schema.get("const").equals(value))
                && (!schema.has("enum") || alternatives(schema, "enum").anyMatch(value::equals));
    }

    private boolean hasProperties(JsonNode schema, JsonNode value) {
        if (!value.isObject()) {
            return true;
        }
        JsonNode declared = schema.path("properties");
        JsonNode additional = schema.path("additionalProperties");
        return ContractDocument.elements(schema.path("required")).allMatch(name -> value.has(name.asText()))
                && value.properties().stream()
                        .allMatch(property -> declared.has(property.getKey())
                                ? fits(declared.get(property.getKey()), property.getValue())
                                : additional.isMissingNode() || fits(additional, property.getValue()));
    }
}
