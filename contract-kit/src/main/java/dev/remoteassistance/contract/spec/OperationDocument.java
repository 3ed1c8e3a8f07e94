package dev.remoteassistance.contract.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern TEMPLATE = Pattern.compile("\\{([^}]*)}");

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
        return method.equalsIgnoreCase(requestMethod)
                && pathMatcher(requestPath).matches();
    }

    /** The value of a path parameter in a request's path. */
    public Optional<String> pathParameter(String name, String requestPath) {
        Matcher matcher = pathMatcher(requestPath);
        List<String> names =
                TEMPLATE.matcher(path).results().map(found -> found.group(1)).toList();
        return names.contains(name) && matcher.matches()
                ? Optional.of(matcher.group(names.indexOf(name) + 1))
                : Optional.empty();
    }

    private Matcher pathMatcher(String requestPath) {
        String regex = "\\Q" + TEMPLATE.matcher(path).replaceAll("\\\\E([^/]+)\\\\Q") + "\\E";
        return Pattern.compile(regex).matcher(requestPath);
    }

    /** Returns the responses by status, references resolved. */
    public List<Map.Entry<String, JsonNode>> responses() {
        return resolved(node.path("responses"));
    }

    /** Returns the response for a status: its own, else that of its class, else {@code default}. */
    public Optional<Map.Entry<String, JsonNode>> response(int status) {
        // Only the answer that is asked for is resolved: a ledger asks for each of its cells.
        return Stream.of(String.valueOf(status), status / 100 + "XX", "default")
                .flatMap(name -> node.path("responses").properties().stream()
                        .filter(answer -> answer.getKey().equalsIgnoreCase(name)))
                .findFirst()
                .map(answer -> Map.entry(answer.getKey(), document.resolve(answer.getValue())));
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
