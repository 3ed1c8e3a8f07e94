package dev.remoteassistance.contract.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One operation of a contract.
 *
 * @param document contract that contains the operation
 * @param method in capital letters
 * @param path as in the contract, with its templates
 * @param pathItem the node of the path
 * @param node the node of the operation
 */
public record OperationDocument(
        ContractDocument document, String method, String path, JsonNode pathItem, JsonNode node) {

    /** The operations of an object of path items. */
    static List<OperationDocument> below(ContractDocument document, JsonNode pathItems) {
        return pathItems.properties().stream()
                .flatMap(path -> {
                    JsonNode item = pathItem(document, path.getValue());
                    return item.properties().stream()
                            .filter(member -> ContractDocument.METHODS.contains(member.getKey()))
                            .map(member -> new OperationDocument(
                                    document,
                                    member.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    item,
                                    member.getValue()));
                })
                .toList();
    }

    /** Resolves a path item. A reference may have members of its own, which take precedence. */
    private static JsonNode pathItem(ContractDocument document, JsonNode item) {
        JsonNode referred = document.resolve(item);
        if (referred == item || item.size() == 1) {
            return referred;
        }
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        both.setAll((ObjectNode) item);
        both.remove("$ref");
        referred.properties().forEach(member -> both.putIfAbsent(member.getKey(), member.getValue()));
        return both;
    }

    /** Returns the operations of each callback, by the callback's name. */
    public Map<String, List<OperationDocument>> callbacks() {
        Map<String, List<OperationDocument>> callbacks = new LinkedHashMap<>();
        node.path("callbacks")
                .properties()
                .forEach(callback ->
                        callbacks.put(callback.getKey(), below(document, document.resolve(callback.getValue()))));
        return callbacks;
    }

    /** Method and path, as people name an operation. */
    public String name() {
        return method + " " + path;
    }

    /** Returns whether a request with this method and path is for this operation. */
    public boolean matches(String requestMethod, String requestPath) {
        return method.equalsIgnoreCase(requestMethod) && new PathTemplate(path).matches(requestPath);
    }

    /** The value of a path parameter in a request's path. */
    public Optional<String> pathParameter(String name, String requestPath) {
        return new PathTemplate(path).parameter(name, requestPath);
    }

    /** Returns the responses by status, references resolved. */
    public List<Map.Entry<String, JsonNode>> responses() {
        return resolved(node.path("responses"));
    }

    /** Returns the response for a status, under its {@link #responseName(int)}. */
    public Optional<Map.Entry<String, JsonNode>> response(int status) {
        return responseName(status)
                .map(name ->
                        Map.entry(name, document.resolve(node.path("responses").path(name))));
    }

    /** Returns the name of the response for a status: the status itself, else its class, else {@code default}. */
    public Optional<String> responseName(int status) {
        JsonNode responses = node.path("responses");
        String own = String.valueOf(status);
        return responses.has(own)
                ? Optional.of(own)
                : Stream.of(status / 100 + "XX", "default")
                        .flatMap(name -> responses.properties().stream()
                                .map(Map.Entry::getKey)
                                .filter(name::equalsIgnoreCase))
                        .findFirst();
    }

    /** Returns the path's and the operation's parameters, resolved; those of the operation take precedence. */
    public List<JsonNode> parameters() {
        Map<List<String>, JsonNode> parameters = new LinkedHashMap<>();
        Stream.concat(
                        ContractDocument.elements(pathItem.path("parameters")),
                        ContractDocument.elements(node.path("parameters")))
                .map(document::resolve)
                .forEach(parameter -> parameters.put(
                        List.of(
                                parameter.path("in").asText(),
                                parameter.path("name").asText()),
                        parameter));
        return List.copyOf(parameters.values());
    }

    /** The body of the request, reference resolved; missing if there is none. */
    public JsonNode requestBody() {
        return document.resolve(node.path("requestBody"));
    }

    /** The headers of one of the {@link #responses()}, references resolved. */
    public List<Map.Entry<String, JsonNode>> headers(JsonNode response) {
        return resolved(response.path("headers"));
    }

    /** The alternative security requirements: the operation's own, or else the document's. */
    public List<JsonNode> security() {
        return ContractDocument.elements(
                        node.has("security")
                                ? node.get("security")
                                : document.root().path("security"))
                .toList();
    }

    private List<Map.Entry<String, JsonNode>> resolved(JsonNode members) {
        return members.properties().stream()
                .map(member -> Map.entry(member.getKey(), document.resolve(member.getValue())))
                .toList();
    }
}
