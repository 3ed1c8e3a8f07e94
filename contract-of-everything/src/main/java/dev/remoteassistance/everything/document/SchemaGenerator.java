package dev.remoteassistance.everything.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.Generate;

/** Generates the values that a schema allows, each by the same draws in the same order. */
final class SchemaGenerator {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int UNDECLARED = 3;
    private static final int MAX_ELEMENTS = 3;

    private final int maxNumberLength;

    /** @param maxNumberLength how many digits a number may have */
    SchemaGenerator(int maxNumberLength) {
        this.maxNumberLength = maxNumberLength;
    }

    /**
     * Generates objects with the declared members, and with others if the schema allows them.
     *
     * @param depthBelow how many objects and arrays may be nested within
     */
    Gen<ObjectNode> object(JsonNode schema, int depthBelow) {
        Map<String, Gen<JsonNode>> declared = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.required("properties")
                .properties()
                .forEach(property -> declared.put(
                        property.getKey(),
                        property(property.getValue(), required.contains(property.getKey()), depthBelow)));
        JsonNode additional = schema.required("additionalProperties");
        boolean open = additional.isObject() || additional.asBoolean();
        Gen<JsonNode> value = open ? additional(schema, depthBelow) : Generate.constant(JSON.nullNode());
        Gen<List<Map.Entry<String, JsonNode>>> undeclared = some(
                0,
                open ? UNDECLARED : 0,
                MemberNameGenerator.besides(declared.keySet()).zip(value, Map::entry));
        return source -> {
            ObjectNode object = JSON.objectNode();
            declared.forEach((property, generator) -> {
                JsonNode drawn = generator.generate(source);
                if (!drawn.isMissingNode()) {
                    object.set(property, drawn);
                }
            });
            undeclared.generate(source).stream()
                    .filter(member -> !declared.containsKey(member.getKey()))
                    .forEach(member -> object.set(member.getKey(), member.getValue()));
            return object;
        };
    }

    /**
     * Generates a value. Leaves an optional property out now and then, or makes it null if the contract allows null.
     */
    private Gen<JsonNode> property(JsonNode schema, boolean required, int depthBelow) {
        Gen<JsonNode> value = value(schema, depthBelow);
        boolean nullable = schema.path("nullable").asBoolean();
        return required
                ? value
                : Generate.range(0, 9)
                        .zip(
                                value,
                                (kind, drawn) -> kind < 3
                                        ? JSON.missingNode()
                                        : kind == 3 && nullable ? JSON.nullNode() : drawn);
    }

    private Gen<JsonNode> value(JsonNode schema, int depthBelow) {
        return switch (schema.path("type").asText(ContractBody.ANY_TYPE)) {
            case ContractBody.ANY_TYPE -> new ValueGenerator(depthBelow, maxNumberLength);
            case "object" ->
                schema.has("properties")
                        ? object(schema, depthBelow - 1).map(drawn -> drawn)
                        : map(schema, depthBelow - 1);
            case "array" -> array(schema, depthBelow - 1);
            default -> ScalarGenerator.of(schema, maxNumberLength);
        };
    }

    private Gen<JsonNode> array(JsonNode schema, int depthBelow) {
        int min = schema.path("minItems").asInt();
        int max = schema.path("maxItems").asInt(MAX_ELEMENTS);
        return some(min, max, element(schema.required("items"), depthBelow))
                .map(elements -> JSON.arrayNode().addAll(elements));
    }

    private Gen<JsonNode> map(JsonNode schema, int depthBelow) {
        int min = schema.path("minProperties").asInt();
        int max = schema.path("maxProperties").asInt(MAX_ELEMENTS);
        return some(min, max, MemberNameGenerator.any().zip(additional(schema, depthBelow), Map::entry))
                .map(members -> {
                    ObjectNode map = JSON.objectNode();
                    for (Map.Entry<String, JsonNode> member : members) {
                        // Changes a name that was drawn before, so that the map has as many members as it must have.
                        String drawn = member.getKey();
                        map.set(map.has(drawn) ? drawn + map.size() : drawn, member.getValue());
                    }
                    return map;
                });
    }

    /** Always draws the maximum number of values and keeps the first ones, so that each draw keeps its place. */
    private static <T> Gen<List<T>> some(int min, int max, Gen<T> value) {
        Gen<Integer> count = Generate.range(min, max);
        return source -> {
            int size = count.generate(source);
            List<T> drawn = new ArrayList<>();
            for (int i = 0; i < max; i++) {
                drawn.add(value.generate(source));
            }
            return drawn.subList(0, size);
        };
    }

    private Gen<JsonNode> additional(JsonNode schema, int depthBelow) {
        JsonNode additional = schema.required("additionalProperties");
        return additional.isObject()
                ? element(additional, depthBelow)
                : new ValueGenerator(depthBelow, maxNumberLength);
    }

    private Gen<JsonNode> element(JsonNode schema, int depthBelow) {
        Gen<JsonNode> value = value(schema, depthBelow);
        return schema.path("nullable").asBoolean()
                ? Generate.range(0, 3).zip(value, (kind, drawn) -> kind == 0 ? JSON.nullNode() : drawn)
                : value;
    }
}
