package dev.remoteassistance.contract.lint.syntax;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.ArrayList;
import java.util.List;

/** What several rules ask of a contract. */
public final class ContractParts {

    private ContractParts() {}

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
