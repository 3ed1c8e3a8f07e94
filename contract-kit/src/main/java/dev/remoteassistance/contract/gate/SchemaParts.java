package dev.remoteassistance.contract.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** A schema and what it is composed of by {@code allOf}, read as the one schema that they make together. */
record SchemaParts(List<JsonNode> parts) {

    private static final String UNDECLARED = "additionalProperties";

    /** Null is allowed where every part that states a type allows it. */
    boolean isNullable() {
        return parts.stream()
                .filter(part -> part.has("type"))
                .allMatch(part -> part.path("nullable").asBoolean());
    }

    /** Whether undeclared properties are refused. */
    boolean isClosed() {
        return parts.stream()
                .map(part -> part.path(UNDECLARED))
                .anyMatch(value -> value.isBoolean() && !value.asBoolean());
    }

    /** The schema of undeclared properties; missing if there is none, which says nothing of whether they are allowed. */
    JsonNode undeclared() {
        JsonNode value = first(UNDECLARED);
        return value.isObject() ? value : MissingNode.getInstance();
    }

    Map<String, JsonNode> properties() {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        parts.forEach(part -> part.path("properties")
                .properties()
                .forEach(property -> properties.put(property.getKey(), property.getValue())));
        return properties;
    }

    Set<String> required() {
        Set<String> names = new LinkedHashSet<>();
        parts.stream()
                .flatMap(part -> StreamSupport.stream(part.path("required").spliterator(), false))
                .forEach(name -> names.add(name.asText()));
        return names;
    }

    /** The alternatives below a keyword, by their references, or else by their text. */
    Map<String, JsonNode> alternatives(String keyword) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        first(keyword).forEach(schema -> named.put(schema.path("$ref").asText(schema.toString()), schema));
        return named;
    }

    /** The keyword's value in the first part that has it; missing if there is none. */
    JsonNode first(String keyword) {
        return parts.stream()
                .filter(part -> part.has(keyword))
                .map(part -> part.get(keyword))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
