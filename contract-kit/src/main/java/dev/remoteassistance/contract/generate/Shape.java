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
 * A schema with all that it is composed of.
 *
 * @param document where it stands
 * @param parts the schema itself first, references resolved
 */
record Shape(ContractDocument document, List<JsonNode> parts) {

    /** The first alternative stands for all of them. */
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

    /** The type, or what the keywords tell of it. */
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

    boolean isNullable() {
        return parts.stream()
                .anyMatch(part -> part.path("nullable").asBoolean()
                        || ContractDocument.elements(part.path("type"))
                                .anyMatch(type -> type.asText().equals("null")));
    }

    /** The lowest of the bounds that a keyword sets from above. */
    Optional<Long> most(String keyword) {
        return bounds(keyword).min(Long::compare);
    }

    /** The highest of the bounds that a keyword sets from below. */
    Optional<Long> least(String keyword) {
        return bounds(keyword).max(Long::compare);
    }

    private Stream<Long> bounds(String keyword) {
        return parts.stream()
                .map(part -> part.path(keyword))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong);
    }

    /** The members of the enum but for null; none if it has no enum. */
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

    /** Whether no property may stand in it that is not declared. */
    boolean isClosed() {
        return parts.stream()
                .anyMatch(part -> part.path("additionalProperties").isBoolean()
                        && !part.path("additionalProperties").asBoolean());
    }
}
