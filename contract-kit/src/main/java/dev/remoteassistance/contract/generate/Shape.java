package dev.remoteassistance.contract.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A schema with all parts that it is composed of.
 *
 * @param document contract that contains the schema
 * @param parts the schema itself first, references resolved
 */
record Shape(ContractDocument document, List<JsonNode> parts) {

    /** Returns the shape of a schema, with the first of several alternatives. */
    static Shape of(ContractDocument document, JsonNode schema) {
        return new Shape(document, flattened(document, schema, 0).toList());
    }

    private static Stream<JsonNode> flattened(ContractDocument document, JsonNode schema, int depth) {
        if (depth > 20) {
            return Stream.empty();
        }
        return document.composition(schema)
                .flatMap(part -> Stream.concat(
                        Stream.of(part),
                        Stream.of("oneOf", "anyOf")
                                .map(part::path)
                                .filter(alternatives -> !alternatives.isEmpty())
                                .flatMap(alternatives -> flattened(document, alternatives.get(0), depth + 1))));
    }

    /** A keyword of the first part that has it; missing if none has. */
    JsonNode keyword(String name) {
        return parts.stream()
                .filter(part -> part.has(name))
                .findFirst()
                .map(part -> part.get(name))
                .orElseGet(MissingNode::getInstance);
    }

    /** Returns the type as stated, else as the other keywords suggest. */
    String type() {
        Optional<String> stated = parts.stream()
                .map(part -> part.path("type"))
                .flatMap(type -> type.isArray() ? ContractDocument.elements(type) : Stream.of(type))
                .map(JsonNode::asText)
                .filter(type -> !type.isEmpty() && !type.equals("null"))
                .findFirst();
        return stated.orElseGet(
                () -> !properties().isEmpty() ? "object" : keyword("items").isMissingNode() ? "string" : "array");
    }

    /** Returns whether it states the type of its values, or has keywords that imply it. */
    boolean isTyped() {
        return parts.stream()
                .anyMatch(part -> Stream.of("type", "enum", "const", "properties", "items", "oneOf", "anyOf")
                        .anyMatch(part::has));
    }

    /** Returns whether the description states rules that no schema can say, such as a grammar. */
    boolean hasRulesInWords() {
        return keyword("x-rules-in-words").asBoolean();
    }

    boolean isNullable() {
        return parts.stream()
                .anyMatch(part -> part.path("nullable").asBoolean()
                        || ContractDocument.elements(part.path("type"))
                                .anyMatch(type -> type.asText().equals("null")));
    }

    /** Returns the lowest of the upper bounds that a keyword sets. */
    Optional<Long> most(String keyword) {
        return bounds(keyword).min(Long::compare);
    }

    /** Returns the highest of the lower bounds that a keyword sets. */
    Optional<Long> least(String keyword) {
        return bounds(keyword).max(Long::compare);
    }

    private Stream<Long> bounds(String keyword) {
        return parts.stream()
                .map(part -> part.path(keyword))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong);
    }

    /** Returns the members of the enum except null; none if it has no enum. */
    List<JsonNode> members() {
        return ContractDocument.elements(keyword("enum"))
                .filter(member -> !member.isNull())
                .toList();
    }

    Map<String, JsonNode> properties() {
        Map<String, JsonNode> properties = new LinkedHashMap<>();
        parts.forEach(part -> part.path("properties").properties().forEach(property -> {
            if (!document.resolve(property.getValue()).path("readOnly").asBoolean()) {
                properties.putIfAbsent(property.getKey(), property.getValue());
            }
        }));
        return properties;
    }

    Set<String> required() {
        Set<String> required = new TreeSet<>();
        parts.forEach(
                part -> ContractDocument.elements(part.path("required")).forEach(name -> required.add(name.asText())));
        required.retainAll(properties().keySet());
        return required;
    }

    /** Returns whether it refuses undeclared properties. */
    boolean isClosed() {
        return parts.stream()
                .anyMatch(part -> part.path("additionalProperties").isBoolean()
                        && !part.path("additionalProperties").asBoolean());
    }
}
