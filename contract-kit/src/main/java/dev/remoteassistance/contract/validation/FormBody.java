package dev.remoteassistance.contract.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.spec.BodySchema;
import dev.remoteassistance.contract.spec.OperationDocument;
import dev.remoteassistance.contract.spec.PropertyPlace;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Converts a form to JSON: each field gets the type that the contract states, if its text fits that type. */
public final class FormBody {

    /** The media type of forms. */
    public static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FormBody() {}

    /** Reads a form that is sent to an operation. */
    public static JsonNode json(OperationDocument operation, String form) {
        Map<String, PropertyPlace> fields = new HashMap<>();
        JsonNode schema =
                operation.requestBody().path("content").path(MEDIA_TYPE).path("schema");
        new BodySchema(operation.document(), schema)
                .properties().stream()
                        .filter(place -> place.path().size() == 1)
                        .forEach(place -> fields.put(place.name(), place));
        ObjectNode json = NODES.objectNode();
        for (String pair : form.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                add(json, decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "", fields);
            }
        }
        return json;
    }

    private static void add(ObjectNode json, String name, String text, Map<String, PropertyPlace> fields) {
        PropertyPlace field = fields.get(name);
        if (field == null) {
            json.put(name, text);
        } else if (field.keyword("type").asText().equals("array")) {
            ArrayNode list = json.withArrayProperty(name);
            String type = field.document()
                    .resolve(field.keyword("items"))
                    .path("type")
                    .asText();
            list.add(value(text, type));
        } else {
            json.set(name, value(text, field.keyword("type").asText()));
        }
    }

    private static JsonNode value(String text, String type) {
        if (type.equals("boolean") && List.of("true", "false").contains(text)) {
            return NODES.booleanNode(Boolean.parseBoolean(text));
        } else if (List.of("integer", "number").contains(type) && text.matches("-?[0-9]{1,100}(\\.[0-9]{1,100})?")) {
            return NODES.numberNode(new BigDecimal(text));
        }
        return NODES.textNode(text);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // Text that is encoded wrongly stays as it is.
            return text;
        }
    }
}
