package dev.remoteassistance.everything.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;

/** The contract's request body: its schema with all references resolved, and its limits. */
public final class ContractBody {

    private final JsonNode contract;
    private final JsonNode operation;
    private final JsonNode schema;

    private ContractBody(JsonNode contract, JsonNode operation) {
        this.contract = contract;
        this.operation = operation;
        this.schema = resolved(operation.at("/requestBody/content/application~1json/schema"));
    }

    /** Reads that of an operation from the contract's file. */
    public static ContractBody read(Path file, String operationId) throws IOException {
        return of(new YAMLMapper().readTree(file.toFile()), operationId);
    }

    /** The same, of a contract that has been read. */
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
        return operation.required("requestBody").required(keyword).asInt();
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

    /** Of the parts of a composed object, all properties count; of other rules, the outermost. */
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
