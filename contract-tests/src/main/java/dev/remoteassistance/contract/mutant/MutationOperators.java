package dev.remoteassistance.contract.mutant;

import static dev.remoteassistance.contract.mutant.ContractPlaces.name;
import static dev.remoteassistance.contract.mutant.ContractPlaces.parent;
import static dev.remoteassistance.contract.mutant.MutationOperator.breaking;
import static dev.remoteassistance.contract.mutant.MutationOperator.loosening;
import static dev.remoteassistance.contract.mutant.MutationOperator.naming;
import static dev.remoteassistance.contract.spec.ContractEdit.drop;
import static dev.remoteassistance.contract.spec.ContractEdit.rename;
import static dev.remoteassistance.contract.spec.ContractEdit.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every kind of change that is tried, at every place where it fits. Consumers rely on requests and on answers. */
final class MutationOperators {

    private static final String OPERATION = "/paths/[^/]+/(?:get|put|post|delete|patch)";
    private static final String RESPONSE = "(?:" + OPERATION + "/responses/\\d{3}|/components/responses/[^/]+)";
    private static final String PROPERTY = ".*/properties/[^/]+";
    private static final String PARAMETER = "(?:.*/parameters/\\d+|/components/parameters/[^/]+)";
    private static final String HEADER = "(?:" + RESPONSE + "/headers/[^/]+|/components/headers/[^/]+)";

    static final List<MutationOperator> ALL = Stream.of(operations(), requests(), answers(), security(), loosenings())
            .flatMap(List::stream)
            .toList();

    private MutationOperators() {}

    private static List<MutationOperator> operations() {
        return List.of(
                breaking("move the path", "/paths/[^/]+", (place, node) -> rename(place, name(place) + "/moved")),
                breaking(
                        "change the method",
                        OPERATION,
                        (place, node) -> rename(place, name(place).equals("put") ? "patch" : "put")),
                breaking("remove the operation", OPERATION, (place, node) -> drop(place)),
                naming(
                        "rename the operation",
                        OPERATION + "/operationId",
                        (place, node) -> text(place, node.asText() + "Anew")),
                naming(
                        "move to another tag",
                        OPERATION + "/tags/0",
                        (place, node) -> root -> ((ArrayNode) root.at(parent(place))).set(0, node.asText() + "Anew")),
                breaking(
                        "move to another server",
                        "/servers/0/url",
                        (place, node) -> text(place, "https://moved.example")),
                naming("rename the schema", "/components/schemas/[^/]+", MutationOperators::renameSchema));
    }

    private static List<MutationOperator> requests() {
        return List.of(
                breaking("remove a property", PROPERTY, (place, node) -> removeProperty(place))
                        .whereConsumersWrite(),
                breaking("rename a property", PROPERTY, (place, node) -> renameProperty(place))
                        .whereConsumersWrite(),
                breaking("retype a property", PROPERTY, (place, node) -> retype(place))
                        .whereConsumersWrite(),
                breaking("require a property", PROPERTY, (place, node) -> require(place))
                        .whereConsumersWrite()
                        .where((place, node) -> !node.has("$ref")),
                breaking("close an object", ".*/additionalProperties", (place, node) -> set(place, "false"))
                        .whereConsumersWrite()
                        .where((place, node) -> node.asBoolean()),
                breaking("forbid null", ".*/nullable", (place, node) -> set(place, "false"))
                        .whereConsumersWrite()
                        .where((place, node) -> !place.matches("/components/schemas/[^/]+/nullable")),
                breaking("lower maxLength", ".*/maxLength", (place, node) -> number(place, node.asInt() - 1))
                        .whereConsumersWrite(),
                breaking("halve maxLength", ".*/maxLength", (place, node) -> number(place, node.asInt() / 2))
                        .whereConsumersWrite(),
                breaking("raise minLength", ".*/maxLength", (place, node) -> number(parent(place) + "/minLength", 2))
                        .whereConsumersWrite(),
                breaking("change a pattern", ".*/pattern", (place, node) -> text(place, "^never$"))
                        .whereConsumersWrite(),
                breaking("add a pattern", ".*/maxLength", (place, node) -> text(parent(place) + "/pattern", "^[a-z]*$"))
                        .whereConsumersWrite(),
                breaking("add a format", ".*/maxLength", (place, node) -> text(parent(place) + "/format", "uuid"))
                        .whereConsumersWrite(),
                breaking("remove an enum member", ".*/enum/\\d+", (place, node) -> drop(place))
                        .whereConsumersWrite()
                        .where((place, node) -> !node.isNull()),
                breaking(
                                "rename an enum member",
                                ".*/enum/\\d+",
                                (place, node) -> element(place, node.asText() + "Anew"))
                        .whereConsumersWrite()
                        .where((place, node) -> !node.isNull()),
                breaking("rename the media type", ".*/content/[^/]+", (place, node) -> rename(place, "application/xml"))
                        .whereConsumersWrite(),
                breaking("require a parameter", PARAMETER, (place, node) -> set(place + "/required", "true"))
                        .where((place, node) -> !node.path("required").asBoolean() && node.has("name")),
                breaking(
                        "add a required parameter",
                        OPERATION + "/parameters",
                        (place, node) -> set(
                                place + "/-",
                                "{name: X-Anew, in: header, required: true, schema: {type: string, maxLength: 9}}")),
                breaking(
                        "rename a parameter",
                        PARAMETER + "/name",
                        (place, node) -> text(place, node.asText() + "-anew")),
                breaking("remove a parameter", OPERATION + "/parameters/\\d+", (place, node) -> drop(place)),
                breaking(
                        "lower a limit of the body",
                        ".*/requestBody/x-max-[a-z-]+",
                        (place, node) -> number(place, node.asInt() / 2)));
    }

    private static List<MutationOperator> answers() {
        return List.of(
                breaking("remove a status", OPERATION + "/responses/\\d{3}", (place, node) -> drop(place)),
                breaking(
                        "renumber a status",
                        OPERATION + "/responses/\\d{3}",
                        (place, node) -> rename(place, String.valueOf(Integer.parseInt(name(place)) + 50))),
                breaking("remove the content", RESPONSE + "/content", (place, node) -> drop(place)),
                breaking(
                        "add a content",
                        OPERATION + "/responses/204",
                        (place, node) -> set(
                                place + "/content",
                                "{application/json: {schema: {type: object, additionalProperties: true}}}")),
                breaking(
                        "rename the media type of an answer",
                        RESPONSE + "/content/[^/]+",
                        (place, node) -> rename(place, "application/problem+json")),
                breaking("remove a header", RESPONSE + "/headers/[^/]+", (place, node) -> drop(place)),
                breaking(
                        "rename a header",
                        RESPONSE + "/headers/[^/]+",
                        (place, node) -> rename(place, name(place) + "-anew")),
                breaking("make a header optional", HEADER + "/required", (place, node) -> set(place, "false"))
                        .where((place, node) -> node.asBoolean()),
                breaking("retype a header", HEADER + "/schema", (place, node) -> set(place, "{type: boolean}")),
                breaking("remove a property of an answer", PROPERTY, (place, node) -> removeProperty(place))
                        .whereProvidersWrite(),
                breaking("rename a property of an answer", PROPERTY, (place, node) -> renameProperty(place))
                        .whereProvidersWrite(),
                breaking("retype a property of an answer", PROPERTY, (place, node) -> retype(place))
                        .whereProvidersWrite(),
                breaking("no longer promise a property", ".*/required/\\d+", (place, node) -> drop(place))
                        .whereProvidersWrite(),
                breaking("allow null in an answer", PROPERTY, (place, node) -> set(place + "/nullable", "true"))
                        .whereProvidersWrite()
                        .where((place, node) ->
                                node.has("type") && !node.path("nullable").asBoolean()),
                breaking(
                                "raise maxLength of an answer",
                                ".*/maxLength",
                                (place, node) -> number(place, node.asInt() * 2))
                        .whereProvidersWrite(),
                breaking(
                                "lower minLength of an answer",
                                ".*/minLength",
                                (place, node) -> number(place, node.asInt() - 1))
                        .whereProvidersWrite(),
                breaking("drop a pattern of an answer", ".*/pattern", (place, node) -> drop(place))
                        .whereProvidersWrite(),
                breaking("raise maxItems of an answer", ".*/maxItems", (place, node) -> number(place, node.asInt() * 2))
                        .whereProvidersWrite(),
                breaking("raise maximum of an answer", ".*/maximum", (place, node) -> number(place, node.asInt() * 2))
                        .whereProvidersWrite());
    }

    private static List<MutationOperator> security() {
        String alternative = OPERATION + "/security/\\d+";
        String flow = "/components/securitySchemes/[^/]+/flows/[^/]+";
        return List.of(
                breaking("remove a permission", alternative, (place, node) -> drop(place)),
                breaking(
                        "rename a permission",
                        alternative + "/[^/]+/0",
                        (place, node) -> element(place, node.asText() + ".Anew")),
                breaking(
                        "ask for one more permission",
                        alternative + "/[^/]+",
                        (place, node) -> set(place + "/-", "Anew.All")),
                breaking("remove a scope", flow + "/scopes/[^/]+", (place, node) -> drop(place)),
                breaking("remove a flow", flow, (place, node) -> drop(place)),
                breaking(
                        "change the scheme",
                        "/components/securitySchemes/[^/]+",
                        (place, node) -> set(place, "{type: http, scheme: basic}")),
                breaking(
                        "move the token endpoint",
                        flow + "/tokenUrl",
                        (place, node) -> text(place, "https://moved.example/token")));
    }

    private static List<MutationOperator> loosenings() {
        return List.of(
                loosening(
                        "add an optional property",
                        ".*/properties",
                        (place, node) -> set(
                                place + "/addedAnew",
                                "{type: string, maxLength: 9, nullable: true, description: Anew.}")),
                loosening("require less", ".*/required/\\d+", (place, node) -> drop(place))
                        .whereConsumersWrite(),
                loosening("raise maxLength", ".*/maxLength", (place, node) -> number(place, node.asInt() + 1))
                        .whereConsumersWrite(),
                loosening("lower minLength", ".*/minLength", (place, node) -> drop(place))
                        .whereConsumersWrite(),
                loosening("drop a pattern", ".*/pattern", (place, node) -> drop(place))
                        .whereConsumersWrite(),
                loosening("add an enum member", ".*/enum", (place, node) -> set(place + "/-", "addedAnew"))
                        .whereConsumersWrite(),
                loosening("open an object", ".*/additionalProperties", (place, node) -> set(place, "true"))
                        .whereConsumersWrite()
                        .where((place, node) -> node.isBoolean() && !node.asBoolean()),
                loosening("allow null", PROPERTY, (place, node) -> set(place + "/nullable", "true"))
                        .whereConsumersWrite()
                        .where((place, node) ->
                                node.has("type") && !node.path("nullable").asBoolean()),
                loosening(
                        "raise a limit of the body",
                        ".*/requestBody/x-max-[a-z-]+",
                        (place, node) -> number(place, node.asInt() + 1)),
                loosening(
                        "add an optional parameter",
                        OPERATION + "/parameters",
                        (place, node) ->
                                set(place + "/-", "{name: X-Anew, in: header, schema: {type: string, maxLength: 9}}")),
                loosening(
                        "take another media type",
                        OPERATION + "/requestBody/content",
                        (place, node) ->
                                set(place + "/text~1json", "{schema: {type: object, additionalProperties: true}}")),
                loosening("add a permission", OPERATION + "/security", (place, node) -> root -> {
                    ObjectNode alternative = ((ArrayNode) root.at(place)).addObject();
                    node.get(0)
                            .fieldNames()
                            .forEachRemaining(
                                    scheme -> alternative.putArray(scheme).add("Anew.All"));
                }),
                loosening(
                        "promise a header",
                        RESPONSE + "/headers",
                        (place, node) ->
                                set(place + "/X-Anew", "{required: true, schema: {type: string, maxLength: 9}}")),
                loosening("promise a property", PROPERTY, (place, node) -> require(place))
                        .whereProvidersWrite()
                        .where((place, node) -> node.path("nullable").asBoolean()),
                loosening("promise no null", ".*/nullable", (place, node) -> set(place, "false"))
                        .whereProvidersWrite(),
                loosening(
                                "lower maxLength of an answer",
                                ".*/maxLength",
                                (place, node) -> number(place, node.asInt() - 1))
                        .whereProvidersWrite(),
                loosening(
                                "raise minLength of an answer",
                                ".*/maxLength",
                                (place, node) -> number(parent(place) + "/minLength", node.asInt()))
                        .whereProvidersWrite(),
                loosening(
                        "add a refusal",
                        OPERATION + "/responses",
                        (place, node) -> set(place + "/409", "{description: Anew.}")),
                loosening(
                        "add an operation",
                        "/paths",
                        (place, node) -> set(
                                place + "/~1anew",
                                "{get: {operationId: anew, tags: [Anew], responses: {'204': {description: Anew.}}}}")),
                loosening("say it in other words", ".*/description", (place, node) -> text(place, "Anew.")));
    }

    private static ContractEdit text(String place, String text) {
        return root -> ((ObjectNode) root.at(parent(place))).put(name(place), text);
    }

    private static ContractEdit number(String place, int number) {
        return root -> ((ObjectNode) root.at(parent(place))).put(name(place), number);
    }

    private static ContractEdit element(String place, String text) {
        return root -> ((ArrayNode) root.at(parent(place))).set(Integer.parseInt(name(place)), text);
    }

    private static ContractEdit retype(String place) {
        return root ->
                ((ObjectNode) root.at(parent(place))).putObject(name(place)).put("type", "integer");
    }

    private static ContractEdit require(String place) {
        return root -> {
            ObjectNode schema = (ObjectNode) root.at(parent(parent(place)));
            schema.withArray("required").add(name(place));
        };
    }

    private static ContractEdit removeProperty(String place) {
        return root -> {
            ObjectNode schema = (ObjectNode) root.at(parent(parent(place)));
            ((ObjectNode) schema.get("properties")).remove(name(place));
            replaceRequired(schema, name(place), null);
        };
    }

    private static ContractEdit renameProperty(String place) {
        return root -> {
            ObjectNode schema = (ObjectNode) root.at(parent(parent(place)));
            rename(place, name(place) + "Anew").apply(root);
            replaceRequired(schema, name(place), name(place) + "Anew");
        };
    }

    private static void replaceRequired(ObjectNode schema, String old, String replacement) {
        List<String> names = new ArrayList<>(ContractDocument.elements(schema.path("required"))
                .map(JsonNode::asText)
                .toList());
        if (names.remove(old)) {
            if (replacement != null) {
                names.add(replacement);
            }
            ArrayNode required = schema.putArray("required");
            names.forEach(required::add);
        }
    }

    private static ContractEdit renameSchema(String place, JsonNode node) {
        return root -> {
            rename(place, name(place) + "Anew").apply(root);
            root.findParents("$ref").stream()
                    .filter(parent -> parent.path("$ref").asText().equals("#" + place))
                    .forEach(parent -> ((ObjectNode) parent).put("$ref", "#" + place + "Anew"));
        };
    }
}
