package dev.remoteassistance.contract.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How parameters are told apart, and how they are written where the contract does not say so. */
final class ParameterNames {

    private static final String PLAIN_TEXT = "text/plain";

    private ParameterNames() {}

    /** Headers that OpenAPI has other words for, and of which it ignores definitions as parameters. */
    private static final Set<String> IGNORED = Set.of("header accept", "header content-type", "header authorization");

    /** The parameters by what identifies them on the wire. */
    static Map<String, JsonNode> byKey(OperationDocument operation) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        operation.parameters().forEach(parameter -> parameters.put(key(operation, parameter), parameter));
        parameters.keySet().removeAll(IGNORED);
        return parameters;
    }

    /** The name of the part of a request that the parameter is. */
    static String part(JsonNode parameter) {
        return parameter.path("in").asText() + " parameter "
                + parameter.path("name").asText();
    }

    /** What is in force: as stated, or by default. */
    static String effective(JsonNode parameter, String keyword) {
        if (keyword.equals("style")) {
            return form(parameter);
        } else if (parameter.has(keyword)) {
            return parameter.get(keyword).asText();
        }
        return keyword.equals("explode") ? String.valueOf(form(parameter).equals("form")) : "false";
    }

    /** The style; a media type takes its place, but that of plain text, which is written as the default style does. */
    static String form(JsonNode parameter) {
        boolean isForm = parameter.path("in").asText().matches("query|cookie");
        Iterator<String> types = parameter.path("content").fieldNames();
        String type = types.hasNext() ? MediaType.normal(types.next()) : PLAIN_TEXT;
        return type.equals(PLAIN_TEXT) ? parameter.path("style").asText(isForm ? "form" : "simple") : type;
    }

    private static String key(OperationDocument operation, JsonNode parameter) {
        String name = parameter.path("name").asText();
        return switch (parameter.path("in").asText()) {
            // Known by its position, whatever its name.
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
