package dev.remoteassistance.contract.mutant.operator;

import static dev.remoteassistance.contract.mutant.operator.ContractPlaces.parent;
import static dev.remoteassistance.contract.mutant.operator.MutationOperator.loosening;
import static dev.remoteassistance.contract.mutant.operator.MutationOperators.OPERATION;
import static dev.remoteassistance.contract.mutant.operator.MutationOperators.PROPERTY;
import static dev.remoteassistance.contract.mutant.operator.MutationOperators.RESPONSE;
import static dev.remoteassistance.contract.mutant.operator.SchemaEdits.number;
import static dev.remoteassistance.contract.mutant.operator.SchemaEdits.require;
import static dev.remoteassistance.contract.mutant.operator.SchemaEdits.text;
import static dev.remoteassistance.contract.spec.ContractEdit.drop;
import static dev.remoteassistance.contract.spec.ContractEdit.set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Changes that accept more from consumers, demand less of them, or promise them more. */
final class LooseningOperators {

    private LooseningOperators() {}

    static List<MutationOperator> all() {
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
                        .where((place, places) -> places.at(place).isBoolean()
                                && !places.at(place).asBoolean()),
                loosening("allow null", PROPERTY, (place, node) -> set(place + "/nullable", "true"))
                        .whereConsumersWrite()
                        .where((place, places) -> places.haveNullable()
                                && places.at(place).has("type")
                                && !places.at(place).path("nullable").asBoolean()),
                loosening(
                        "raise a limit of the body",
                        ".*/(?:requestBody|requestBodies/[^/]+)/x-max-[a-z-]+",
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
                        .where((place, places) ->
                                places.at(place).path("nullable").asBoolean()),
                loosening("promise no null", ".*/nullable", (place, node) -> set(place, "false"))
                        .whereProvidersWrite()
                        .where((place, places) -> places.haveNullable()),
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
                                (place, node) -> set(place + "/409", "{description: Anew.}"))
                        // A new 409 would break the promises of an answer that already covers this status.
                        .where((place, places) ->
                                Stream.of("409", "4XX", "default").noneMatch(places.at(place)::has)),
                loosening(
                        "add an operation",
                        "/paths",
                        (place, node) -> set(
                                place + "/~1anew",
                                "{get: {operationId: anew, tags: [Anew], responses: {'204': {description: Anew.}}}}")),
                loosening("say it in other words", ".*/description", (place, node) -> text(place, "Anew.")));
    }
}
