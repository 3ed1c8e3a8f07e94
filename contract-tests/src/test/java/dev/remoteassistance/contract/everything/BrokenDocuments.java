package dev.remoteassistance.contract.everything;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Each way in which a document can break one rule of its schema, once for each place that has the rule. */
public final class BrokenDocuments {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final List<Broken> found = new ArrayList<>();

    /**
     * A document that breaks a rule.
     *
     * @param rule which one
     * @param target path of the value that breaks it
     * @param document its JSON
     */
    public record Broken(String rule, String target, String document) {
        @Override
        public String toString() {
            return target + ": " + rule;
        }
    }

    /** Puts a value into a copy of the whole document, or takes it away where there is none. */
    private interface Place {
        String with(JsonNode value);
    }

    private BrokenDocuments() {}

    /** Returns all ways to break one rule in a valid document that has a value at each place of its schema. */
    public static List<Broken> of(JsonNode schema, ObjectNode document) {
        BrokenDocuments broken = new BrokenDocuments();
        broken.object(schema, "", document, value -> value.toString());
        return broken.found;
    }

    private void value(JsonNode schema, String target, JsonNode value, boolean nullable, Place place) {
        if (!nullable) {
            add("null", target, place, JSON.nullNode());
        }
        otherTypes(schema).forEach(other -> add("another type: " + other, target, place, other));
        switch (schema.path("type").asText()) {
            case "object" -> object(schema, target, (ObjectNode) value, place);
            case "array" -> array(schema, target, (ArrayNode) value, place);
            case "string" -> text(schema, target, place);
            case "integer", "number" -> number(schema, target, place);
            default -> {}
        }
    }

    private void object(JsonNode schema, String target, ObjectNode object, Place place) {
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        JsonNode more = schema.path("additionalProperties");
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String name = property.getKey();
            Place inside = inside(object, name, place);
            value(property.getValue(), path(target, name), object.get(name), !required.contains(name), inside);
            if (required.contains(name)) {
                ObjectNode without = object.deepCopy();
                without.remove(name);
                add("missing", path(target, name), place, without);
            }
        }
        if (more.isObject()) {
            String name = additionalName(schema, object);
            Place inside = inside(object, name, place);
            value(
                    more,
                    path(target, name),
                    object.get(name),
                    more.path("nullable").asBoolean(),
                    inside);
        } else if (!more.asBoolean()) {
            add(
                    "undeclared",
                    path(target, "undeclared"),
                    place,
                    object.deepCopy().put("undeclared", 1));
        }
        for (String rule : List.of("minProperties", "maxProperties")) {
            if (schema.has(rule)) {
                ObjectNode sized = JSON.objectNode();
                int size = schema.get(rule).asInt() + (rule.startsWith("min") ? -1 : 1);
                for (int i = 0; i < size; i++) {
                    sized.set("name" + i, object.elements().next());
                }
                add(rule, target, place, sized);
            }
        }
    }

    private void array(JsonNode schema, String target, ArrayNode array, Place place) {
        JsonNode items = schema.get("items");
        Place inside = value -> {
            ArrayNode copy = array.deepCopy();
            copy.set(0, value);
            return place.with(copy);
        };
        value(items, path(target, "0"), array.get(0), items.path("nullable").asBoolean(), inside);
        for (String rule : List.of("minItems", "maxItems")) {
            if (schema.has(rule)) {
                ArrayNode sized = JSON.arrayNode();
                int size = schema.get(rule).asInt() + (rule.startsWith("min") ? -1 : 1);
                for (int i = 0; i < size; i++) {
                    sized.add(array.get(0));
                }
                add(rule, target, place, sized);
            }
        }
    }

    private void text(JsonNode schema, String target, Place place) {
        if (schema.has("enum")) {
            add("no member", target, place, JSON.textNode("none of them"));
            return;
        }
        if (schema.path("minLength").asInt() > 0) {
            add(
                    "too short",
                    target,
                    place,
                    JSON.textNode("a".repeat(schema.get("minLength").asInt() - 1)));
        }
        add(
                "too long",
                target,
                place,
                JSON.textNode("\uD83D\uDE80".repeat(schema.get("maxLength").asInt() + 1)));
        if (schema.has("pattern")
                || List.of("uuid", "date", "byte", "uri")
                        .contains(schema.path("format").asText())) {
            add("not of its form", target, place, JSON.textNode("! !"));
        }
    }

    private void number(JsonNode schema, String target, Place place) {
        boolean isInteger = schema.get("type").asText().equals("integer");
        if (isInteger) {
            add("with a fraction", target, place, JSON.numberNode(new BigDecimal("1.0")));
        }
        if (schema.path("format").asText().equals("int32")) {
            add("beyond 32 bits", target, place, JSON.numberNode(1L << 31));
        }
        if (schema.path("format").asText().equals("int64")) {
            add("beyond 64 bits", target, place, JSON.numberNode(new BigDecimal("-9223372036854775809")));
        }
        for (String bound : List.of("minimum", "maximum")) {
            if (schema.has(bound)) {
                boolean exclusive = schema.path("exclusive" + (bound.equals("minimum") ? "Minimum" : "Maximum"))
                        .asBoolean();
                BigDecimal step = exclusive ? BigDecimal.ZERO : isInteger ? BigDecimal.ONE : new BigDecimal("0.001");
                BigDecimal value = schema.get(bound).decimalValue();
                BigDecimal broken = bound.equals("minimum") ? value.subtract(step) : value.add(step);
                add(bound, target, place, isInteger ? JSON.numberNode(broken.toBigInteger()) : JSON.numberNode(broken));
            }
        }
    }

    private void add(String rule, String target, Place place, JsonNode value) {
        found.add(new Broken(rule, target, place.with(value)));
    }

    /** A value of each type that is not the schema's; none for a schema without a type, which takes any value. */
    private static List<JsonNode> otherTypes(JsonNode schema) {
        if (!schema.has("type")) {
            return List.of();
        }
        List<JsonNode> values = new ArrayList<>(List.of(
                JSON.textNode("1"),
                JSON.numberNode(1),
                JSON.numberNode(1.5),
                JSON.booleanNode(true),
                JSON.arrayNode(),
                JSON.arrayNode().add(1),
                JSON.objectNode(),
                JSON.objectNode().put("a", 1)));
        values.removeIf(value -> switch (schema.path("type").asText()) {
            case "string" -> value.isTextual();
            case "number" -> value.isNumber();
            case "integer" -> value.isInt();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            default -> value.isObject();
        });
        return values;
    }

    private static Place inside(ObjectNode object, String name, Place place) {
        return value -> {
            ObjectNode copy = object.deepCopy();
            copy.set(name, value);
            return place.with(copy);
        };
    }

    private static String additionalName(JsonNode schema, ObjectNode object) {
        for (String name : (Iterable<String>) object::fieldNames) {
            if (!schema.path("properties").has(name)) {
                return name;
            }
        }
        throw new IllegalArgumentException("no additional property in " + object);
    }

    private static String path(String target, String name) {
        return target.isEmpty() ? name : target + "/" + name;
    }
}
