package dev.remoteassistance.contract.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Identifies parameters, and returns how they are serialized, by default where the contract states nothing. */
final class ParameterNames {

    private static final String PLAIN_TEXT = "text/plain";

    private ParameterNames() {}

    /** Headers that OpenAPI describes by other keywords; it ignores parameters of these names. */
    private static final Set<String> IGNORED = Set.of("header accept", "header content-type", "header authorization");

    /** Returns the parameters by what identifies them in a request. */
    static Map<String, JsonNode> byKey(OperationDocument operation) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        operation.parameters().forEach(parameter -> parameters.put(key(operation, parameter), parameter));
        parameters.keySet().removeAll(IGNORED);
        return parameters;
    }

    /** Returns the name of the parameter as a part of the request. */
    static String part(JsonNode parameter) {
        return parameter.path("in").asText() + " parameter "
                + parameter.path("name").asText();
    }

    /** Returns the value of a keyword: as stated, or the default. */
    static String effective(JsonNode parameter, String keyword) {
        if (keyword.equals("style")) {
            return form(parameter);
        } else if (parameter.has(keyword)) {
            return parameter.get(keyword).asText();
        }
        return keyword.equals("explode") ? String.valueOf(form(parameter).equals("form")) : "false";
    }

    /**
     * Returns the media type of a parameter with {@code content}, otherwise its style. Plain text counts as the default
     * style, since it is written the same way.
     */
    static String form(JsonNode parameter) {
        boolean isForm = parameter.path("in").asText().matches("query|cookie");
        Iterator<String> types = parameter.path("content").fieldNames();
        String type = types.hasNext() ? MediaType.normal(types.next()) : PLAIN_TEXT;
        return type.equals(PLAIN_TEXT) ? parameter.path("style").asText(isForm ? "form" : "simple") : type;
    }

    private static String key(OperationDocument operation, JsonNode parameter) {
        String name = parameter.path("name").asText();
        return switch (parameter.path("in").asText()) {
            // Its position identifies it; its name is not sent.
            case "path" ->
                "path "
                        + operation
                                .path()
                                .substring(0, Math.max(0, operation.path().indexOf("{" + name + "}")))
                                .replaceAll("\\{[^}]*}", "{}");
            case "header" -> "header " + name.toLowerCase(Locale.ROOT);
            default -> parameter.path("in").asText() + " " + name;
        };
    }
}
