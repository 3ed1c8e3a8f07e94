package dev.remoteassistance.contract.mutant.operator;

import static dev.remoteassistance.contract.mutant.operator.ContractPlaces.name;
import static dev.remoteassistance.contract.mutant.operator.ContractPlaces.parent;
import static dev.remoteassistance.contract.spec.ContractEdit.rename;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.util.ArrayList;
import java.util.List;

/** Edits for mutation operators, in addition to those of {@link ContractEdit}. */
final class SchemaEdits {

    private SchemaEdits() {}

    static ContractEdit text(String place, String text) {
        return root -> ((ObjectNode) root.at(parent(place))).put(name(place), text);
    }

    static ContractEdit number(String place, int number) {
        return root -> ((ObjectNode) root.at(parent(place))).put(name(place), number);
    }

    static ContractEdit element(String place, String text) {
        return root -> ((ArrayNode) root.at(parent(place))).set(Integer.parseInt(name(place)), text);
    }

    static ContractEdit retype(String place) {
        return root ->
                ((ObjectNode) root.at(parent(place))).putObject(name(place)).put("type", "integer");
    }

    static ContractEdit require(String place) {
        return root -> {
            ObjectNode schema = (ObjectNode) root.at(parent(parent(place)));
            schema.withArray("required").add(name(place));
        };
    }

    static ContractEdit removeProperty(String place) {
        return root -> {
            ObjectNode schema = (ObjectNode) root.at(parent(parent(place)));
            ((ObjectNode) schema.get("properties")).remove(name(place));
            replaceRequired(schema, name(place), null);
        };
    }

    static ContractEdit renameProperty(String place) {
        return root -> {
            ObjectNode schema = (ObjectNode) root.at(parent(parent(place)));
            rename(place, name(place) + "Anew").apply(root);
            replaceRequired(schema, name(place), name(place) + "Anew");
        };
    }

    private static void replaceRequired(ObjectNode schema, String old, String replacement) {
        List<String> names = new ArrayList<>(ContractDocument.elements(schema.path("required"))
                .map(JsonNode::asText)
                .toList());
        if (names.remove(old)) {
            if (replacement != null) {
                names.add(replacement);
            }
            ArrayNode required = schema.putArray("required");
            names.forEach(required::add);
        }
    }

    static ContractEdit renameSchema(String place, JsonNode node) {
        return root -> {
            rename(place, name(place) + "Anew").apply(root);
            root.findParents("$ref").stream()
                    .filter(parent -> parent.path("$ref").asText().equals("#" + place))
                    .forEach(parent -> ((ObjectNode) parent).put("$ref", "#" + place + "Anew"));
        };
    }
}
