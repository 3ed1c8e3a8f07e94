package dev.remoteassistance.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.uri.UriTemplate;

/** Reads the operations of a document, and follows the references in them. */
final class OperationReader {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;

    OperationReader(JsonNode document) {
        this.document = document;
    }

    List<Operation> operations() {
        List<Operation> found = new ArrayList<>();
        document.required("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> found.add(operation(path.getKey(), method.getKey(), method.getValue()))));
        return List.copyOf(found);
    }

    private Operation operation(String path, String method, JsonNode definition) {
        Optional<JsonNode> body =
                Optional.ofNullable(definition.get("requestBody")).map(this::resolved);
        return new Operation(
                definition.required("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                new UriTemplate(path),
                permissionAlternatives(definition),
                body.map(each -> each.required("x-max-bytes").asInt()).orElse(0),
                body.map(OperationReader::mediaTypes).orElse(Set.of()),
                answerTypes(definition),
                definition);
    }

    /** Each security requirement is one alternative; within it, every scope is needed. */
    private List<Set<String>> permissionAlternatives(JsonNode definition) {
        JsonNode security = definition.has("security") ? definition.get("security") : document.required("security");
        List<Set<String>> alternatives = new ArrayList<>();
        for (JsonNode requirement : security) {
            Set<String> scopes = new LinkedHashSet<>();
            requirement.forEach(scheme -> scheme.forEach(scope -> scopes.add(scope.asText())));
            alternatives.add(scopes);
        }
        return List.copyOf(alternatives);
    }

    private Set<String> answerTypes(JsonNode definition) {
        Set<String> types = new LinkedHashSet<>();
        for (JsonNode response : definition.path("responses")) {
            types.addAll(mediaTypes(resolved(response)));
        }
        return types;
    }

    private static Set<String> mediaTypes(JsonNode message) {
        Set<String> names = new LinkedHashSet<>();
        message.path("content").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.required("$ref").asText().substring(1)) : node;
    }
}
