package dev.remoteassistance.contract.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/**
 * A contract as large as those of the largest public APIs: four megabytes of YAML, 400 operations, and schemas that refer to
 * each other in circles, many of them by alternatives.
 */
final class LargeContract {

    private static final int SCHEMAS = 700;
    private static final int PROPERTIES = 30;
    private static final int OPERATIONS = 400;

    private final Random random = new Random(7);

    ObjectNode root() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.3");
        root.putObject("info").put("title", "Large").put("version", "1.0.0");
        ObjectNode paths = root.putObject("paths");
        for (int i = 0; i < OPERATIONS; i++) {
            operation(paths.putObject("/v1/things-%d/{id}".formatted(i)).putObject(i % 2 == 0 ? "get" : "post"), i);
        }
        ObjectNode schemas = root.putObject("components").putObject("schemas");
        for (int i = 0; i < SCHEMAS; i++) {
            schema(schemas.putObject("S" + i), i);
        }
        return root;
    }

    private void operation(ObjectNode operation, int number) {
        operation.put("operationId", "operation" + number).put("description", words(20));
        ArrayNode parameters = operation.putArray("parameters");
        parameter(parameters, "id", "path").put("required", true);
        for (int i = 0; i < 6; i++) {
            parameter(parameters, "filter" + i, "query");
        }
        if (number % 2 == 1) {
            body(operation.putObject("requestBody"), number);
        }
        ObjectNode responses = operation.putObject("responses");
        body(responses.putObject("200").put("description", "Done."), number);
        body(responses.putObject("default").put("description", "Failed."), 0);
    }

    private ObjectNode parameter(ArrayNode parameters, String name, String in) {
        ObjectNode parameter =
                parameters.addObject().put("name", name).put("in", in).put("description", words(8));
        parameter.putObject("schema").put("type", "string").put("maxLength", 5_000);
        return parameter;
    }

    private static void body(ObjectNode body, int number) {
        body.putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", reference(number));
    }

    private void schema(ObjectNode schema, int number) {
        schema.put("type", "object").put("description", words(15));
        schema.putArray("required").add("id").add("p0");
        ObjectNode properties = schema.putObject("properties");
        text(properties.putObject("id"));
        for (int i = 0; i < PROPERTIES; i++) {
            property(properties.putObject("p" + i), i == 0 ? (number + 1) % SCHEMAS : random.nextInt(SCHEMAS), i);
        }
    }

    private void property(ObjectNode property, int other, int kind) {
        switch (kind % 6) {
            case 0 -> property.put("$ref", reference(other));
            case 1 -> {
                property.put("description", words(10)).put("nullable", true);
                ArrayNode alternatives = property.putArray("anyOf");
                alternatives.addObject().put("type", "string").put("maxLength", 5_000);
                alternatives.addObject().put("$ref", reference(other));
                alternatives.addObject().put("$ref", reference((other + 1) % SCHEMAS));
            }
            case 2 -> property.put("type", "array").putObject("items").put("$ref", reference(other));
            case 3 ->
                property.put("type", "string")
                        .put("description", words(10))
                        .putArray("enum")
                        .add("one")
                        .add("two");
            default -> text(property);
        }
    }

    private void text(ObjectNode property) {
        property.put("type", "string").put("maxLength", 5_000).put("description", words(12));
    }

    private static String reference(int schema) {
        return "#/components/schemas/S" + schema;
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append("word").append(random.nextInt(100));
        }
        return words.toString();
    }
}
