package dev.remoteassistance.contract.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A draft of a request: the values of its parameters and of its body, each of which can be replaced. */
final class RequestDraft {

    private static final String JSON = "application/json";
    private static final Set<String> NO_PARAMETERS = Set.of("accept", "content-type", "authorization");

    private final OperationDocument operation;
    private final Map<JsonNode, JsonNode> values = new LinkedHashMap<>();
    private final String accepted;
    private JsonNode body = MissingNode.getInstance();

    RequestDraft(OperationDocument operation, Random random) {
        this.operation = operation;
        ValueDraw draw = new ValueDraw(operation.document(), random);
        parameters(operation).forEach(parameter -> values.put(parameter, draw.value(parameter.path("schema"))));
        bodySchema(operation).ifPresent(schema -> body = draw.value(schema));
        accepted = accepted(operation, random);
    }

    /**
     * Returns an {@code Accept} header with all media types of the operation's answers. Prefers one, drawn at random.
     */
    private static String accepted(OperationDocument operation, Random random) {
        List<String> types = new ArrayList<>(operation.responses().stream()
                .flatMap(answer -> answer.getValue().path("content").properties().stream())
                .map(Map.Entry::getKey)
                .distinct()
                .toList());
        if (types.isEmpty()) {
            return JSON;
        }
        String preferred = types.remove(random.nextInt(types.size()));
        return Stream.concat(Stream.of(preferred), types.stream().map(type -> type + ";q=0.5"))
                .collect(Collectors.joining(", "));
    }

    /** Returns the parameters, without the headers that OpenAPI describes by other keywords. */
    static List<JsonNode> parameters(OperationDocument operation) {
        return operation.parameters().stream()
                .filter(parameter -> !parameter.path("in").asText().equals("header")
                        || !NO_PARAMETERS.contains(
                                parameter.path("name").asText().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** The schema of the body as JSON; empty if there is none. */
    static Optional<JsonNode> bodySchema(OperationDocument operation) {
        return Optional.of(operation.requestBody().path("content").path(JSON).path("schema"))
                .filter(schema -> !schema.isMissingNode());
    }

    /** Replaces the value of a parameter; a missing node removes it. */
    void replace(JsonNode parameter, JsonNode value) {
        values.put(parameter, value);
    }

    /** Sets a value at a place of the body, in the first element of each array. Returns whether the place exists. */
    boolean replace(List<String> path, JsonNode value) {
        if (path.isEmpty()) {
            body = value;
            return true;
        }
        JsonNode parent = body;
        for (String name : path.subList(0, path.size() - 1)) {
            parent = name.equals("[]") ? parent.path(0) : parent.path(name);
        }
        String last = path.get(path.size() - 1);
        if (parent instanceof ArrayNode array && last.equals("[]") && !array.isEmpty() && !value.isMissingNode()) {
            array.set(0, value);
        } else if (parent instanceof ObjectNode object && value.isMissingNode()) {
            object.remove(last);
        } else if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            return false;
        }
        return true;
    }

    GeneratedRequest request(String special, boolean allowed, Optional<GeneratedRequest> base) {
        String path = operation.path();
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", accepted);
        for (Map.Entry<JsonNode, JsonNode> entry : values.entrySet()) {
            String name = entry.getKey().path("name").asText();
            JsonNode value = entry.getValue();
            if (!value.isMissingNode()) {
                switch (entry.getKey().path("in").asText()) {
                    case "path" -> path = path.replace("{" + name + "}", encoded(text(value)));
                    case "query" -> elements(value).forEach(one -> query.add(encoded(name) + "=" + encoded(text(one))));
                    case "header" -> headers.put(name, printable(text(value)));
                    case "cookie" -> headers.merge("Cookie", name + "=" + encoded(text(value)), (a, b) -> a + "; " + b);
                    default -> {}
                }
            }
        }
        if (!body.isMissingNode()) {
            headers.put("Content-Type", JSON);
        }
        return new GeneratedRequest(
                operation.name(),
                special,
                allowed,
                operation.method(),
                path + query,
                headers,
                body.isMissingNode() ? "" : body.toString(),
                base);
    }

    private static List<JsonNode> elements(JsonNode value) {
        return value.isArray() ? ContractDocument.elements(value).toList() : List.of(value);
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** Replaces each character that a header does not allow by a letter, so that the length stays. */
    private static String printable(String text) {
        return text.replaceAll("[^!-~]", "x");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
