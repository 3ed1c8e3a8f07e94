package dev.remoteassistance.contract.lint.syntax;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What several rules ask of a contract. */
public final class ContractParts {

    private ContractParts() {}

    /** The values of an object, or the elements of an array. */
    public static Stream<JsonNode> members(JsonNode node) {
        return node.isObject() ? node.properties().stream().map(Map.Entry::getValue) : ContractDocument.elements(node);
    }

    /** The names of an object's members. */
    public static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The texts of an array. */
    public static List<String> texts(JsonNode array) {
        return ContractDocument.elements(array).map(JsonNode::asText).toList();
    }
}
