package dev.remoteassistance.contract.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One operation of a contract.
 *
 * @param document where it stands
 * @param method in capital letters
 * @param path as in the contract, with its templates
 * @param pathItem the node of the path
 * @param node the node of the operation
 */
public record OperationDocument(
        ContractDocument document, String method, String path, JsonNode pathItem, JsonNode node) {

    private static final Pattern TEMPLATE = Pattern.compile("\\{([^}]*)}");

    /** Method and path, as people name an operation. */
    public String name() {
        return method + " " + path;
    }

    /** Whether a request with this method and path is for this operation. */
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

    /** The answers by status, references resolved. */
    public List<Map.Entry<String, JsonNode>> responses() {
        return resolved(node.path("responses"));
    }

    /** The parameters of the path and of the operation, references resolved. */
    public List<JsonNode> parameters() {
        return Stream.concat(
                        ContractDocument.elements(pathItem.path("parameters")),
                        ContractDocument.elements(node.path("parameters")))
                .map(document::resolve)
                .toList();
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
