package dev.remoteassistance.contract.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A property somewhere below a body.
 *
 * @param document contract that contains the schema
 * @param path names from the body's root; the items of an array are {@value #ITEMS}
 * @param schema as its parent states it, references unresolved
 * @param required whether its parent requires it
 */
public record PropertyPlace(ContractDocument document, List<String> path, JsonNode schema, boolean required) {

    static final String ITEMS = "[]";

    /** The path as people write it. */
    public String name() {
        return String.join("/", path);
    }

    /** Returns a keyword of the schema, or of a part of its {@code allOf}; missing if none has it. */
    public JsonNode keyword(String name) {
        return document.composition(schema)
                .filter(part -> part.has(name))
                .findFirst()
                .map(part -> part.get(name))
                .orElseGet(MissingNode::getInstance);
    }

    public boolean nullable() {
        return keyword("nullable").asBoolean();
    }

    /** The values that the property has in a body; none where it is absent. */
    public Stream<JsonNode> values(JsonNode body) {
        return values(body, path);
    }

    /** Returns whether an object in a body lacks the property. */
    public boolean isAbsentIn(JsonNode body) {
        return values(body, path.subList(0, path.size() - 1))
                .anyMatch(parent -> parent.isObject() && !parent.has(path.get(path.size() - 1)));
    }

    /** Returns the members of the property's enum, except null; none if it has no enum. */
    public List<JsonNode> members() {
        return ContractDocument.elements(keyword("enum"))
                .filter(member -> !member.isNull())
                .toList();
    }

    /** Returns the values at a path in a body, with every item of its arrays. */
    static Stream<JsonNode> values(JsonNode node, List<String> path) {
        if (path.isEmpty()) {
            return Stream.of(node);
        }
        Stream<JsonNode> next =
                path.get(0).equals(ITEMS) ? ContractDocument.elements(node) : Stream.ofNullable(node.get(path.get(0)));
        return next.flatMap(child -> values(child, path.subList(1, path.size())));
    }
}
