package dev.remoteassistance.contract.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.spec.ContractDocument;

/**
 * One contract that holds many, so that code is generated and compiled once for all of them. Each has a suffix, which its
 * schemas, operations and tags get at the end of their names, and its paths at their beginning.
 */
final class EditBatch {

    private static final String COMPONENTS = "#/components/";
    private static final String SECURITY = "securitySchemes";

    private final ObjectNode root;

    /** Starts with what a server needs beside its operations: the components of a contract, under their own names. */
    EditBatch(JsonNode contract) {
        root = JsonNodeFactory.instance.objectNode();
        root.set("openapi", contract.required("openapi"));
        root.set("info", contract.required("info"));
        root.putObject("paths");
        root.set("components", contract.required("components").deepCopy());
    }

    void add(String suffix, JsonNode contract) {
        contract.required("paths")
                .properties()
                .forEach(path -> ((ObjectNode) root.get("paths"))
                        .set(path(suffix, path.getKey()), renamed(suffix, path.getValue())));
        contract.required("components").properties().stream()
                .filter(kind -> !kind.getKey().equals(SECURITY))
                .forEach(kind -> kind.getValue()
                        .properties()
                        .forEach(component -> ((ObjectNode) root.get("components"))
                                .withObjectProperty(kind.getKey())
                                .set(component.getKey() + suffix, renamed(suffix, component.getValue()))));
    }

    /** The path of an operation in the batch. */
    static String path(String suffix, String path) {
        return "/" + suffix + path;
    }

    ContractDocument contract() {
        return new ContractDocument(root);
    }

    private static JsonNode renamed(String suffix, JsonNode node) {
        if (node.isArray()) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> elements.add(renamed(suffix, element)));
            return elements;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(member -> {
            JsonNode value = member.getValue();
            boolean isName = member.getKey().equals("operationId")
                    || member.getKey().equals("$ref") && value.asText().startsWith(COMPONENTS);
            if (isName && value.isTextual()) {
                members.put(member.getKey(), value.asText() + suffix);
            } else if (member.getKey().equals("tags") && value.isArray()) {
                members.putArray("tags").add(value.get(0).asText() + suffix);
            } else {
                members.set(member.getKey(), renamed(suffix, value));
            }
        });
        return members;
    }
}
