package dev.remoteassistance.everything.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;

/** The contract's request body: its schema with all references resolved, and its limits. */
public final class ContractBody {

    /** Stands for the type of a schema that states none: it allows any value. */
    public static final String ANY_TYPE = "any";

    private final JsonNode contract;
    private final JsonNode operation;
    private final JsonNode schema;

    private ContractBody(JsonNode contract, JsonNode operation) {
        this.contract = contract;
        this.operation = operation;
        this.schema = resolved(requestBody().at("/content/application~1json/schema"));
    }

    /** Reads the body of an operation from the contract's file. */
    public static ContractBody read(Path file, String operationId) throws IOException {
        return of(new YAMLMapper().readTree(file.toFile()), operationId);
    }

    /** Returns the body of an operation of a contract that has been read. */
    public static ContractBody of(JsonNode contract, String operationId) {
        return contract.required("paths").findParents("operationId").stream()
                .filter(operation -> operation.get("operationId").asText().equals(operationId))
                .map(operation -> new ContractBody(contract, operation))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation " + operationId));
    }

    /** Returns the schema of the whole body. */
    public JsonNode schema() {
        return schema;
    }

    /** Returns the schema of the one parameter, which is what the server stores. */
    public JsonNode payloadSchema() {
        return schema.required("properties").elements().next();
    }

    /** Returns the payload in a body. */
    public JsonNode payload(JsonNode body) {
        return body.required(schema.required("properties").fieldNames().next());
    }

    /** Returns a permission that suffices. */
    public String permission() {
        return operation.at("/security/0").elements().next().required(0).asText();
    }

    /** Returns how many objects and arrays may be nested, the root included. */
    public int maxNestingDepth() {
        return limit("x-max-nesting-depth");
    }

    /** Returns how many digits a number may have. */
    public int maxNumberLength() {
        return limit("x-max-number-length");
    }

    private int limit(String keyword) {
        return requestBody().required(keyword).asInt();
    }

    /** The body itself, or what a reference leads to. */
    private JsonNode requestBody() {
        JsonNode body = operation.required("requestBody");
        return body.has("$ref") ? contract.at(body.get("$ref").asText().substring(1)) : body;
    }

    private JsonNode resolved(JsonNode node) {
        if (node.has("$ref")) {
            return resolved(contract.at(node.get("$ref").asText().substring(1)));
        }
        if (node.isArray()) {
            ArrayNode items = ((ArrayNode) node).arrayNode();
            node.forEach(item -> items.add(resolved(item)));
            return items;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode members = ((ObjectNode) node).objectNode();
        node.properties().forEach(member -> members.set(member.getKey(), resolved(member.getValue())));
        JsonNode parts = members.path("allOf");
        members.remove("allOf");
        parts.forEach(part -> part.properties().forEach(rule -> merge(members, rule.getKey(), rule.getValue())));
        return members;
    }

    /** Adds a rule of a part of a composed object. Properties add up; of other rules, the outermost one counts. */
    private static void merge(ObjectNode members, String keyword, JsonNode value) {
        if (keyword.equals("properties")) {
            members.withObjectProperty(keyword).setAll((ObjectNode) value);
        } else if (keyword.equals("required")) {
            members.withArrayProperty(keyword).addAll((ArrayNode) value);
        } else {
            members.putIfAbsent(keyword, value);
        }
    }
}
