package dev.remoteassistance.contract.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How parameters are told apart, and how they are written where the contract does not say so. */
final class ParameterNames {

    private ParameterNames() {}

    /** The parameters by what identifies them on the wire; the operation's own before those of its path. */
    static Map<String, JsonNode> byKey(OperationDocument operation) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        operation.parameters().forEach(parameter -> parameters.put(key(operation, parameter), parameter));
        return parameters;
    }

    /** The name of the part of a request that the parameter is. */
    static String part(JsonNode parameter) {
        return parameter.path("in").asText() + " parameter "
                + parameter.path("name").asText();
    }

    /** What is in force: as stated, or by default. */
    static String effective(JsonNode parameter, String keyword) {
        if (parameter.has(keyword)) {
            return parameter.get(keyword).asText();
        }
        boolean isForm = parameter.path("in").asText().matches("query|cookie");
        return switch (keyword) {
            case "style" -> isForm ? "form" : "simple";
            case "explode" -> String.valueOf(effective(parameter, "style").equals("form"));
            default -> "false";
        };
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
