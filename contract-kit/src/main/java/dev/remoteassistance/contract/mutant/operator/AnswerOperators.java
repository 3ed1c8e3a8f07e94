package dev.remoteassistance.contract.mutant.operator;

import static dev.remoteassistance.contract.mutant.operator.ContractPlaces.name;
import static dev.remoteassistance.contract.mutant.operator.MutationOperator.breaking;
import static dev.remoteassistance.contract.mutant.operator.MutationOperators.HEADER;
import static dev.remoteassistance.contract.mutant.operator.MutationOperators.OPERATION;
import static dev.remoteassistance.contract.mutant.operator.MutationOperators.PROPERTY;
import static dev.remoteassistance.contract.mutant.operator.MutationOperators.RESPONSE;
import static dev.remoteassistance.contract.mutant.operator.SchemaEdits.number;
import static dev.remoteassistance.contract.mutant.operator.SchemaEdits.removeProperty;
import static dev.remoteassistance.contract.mutant.operator.SchemaEdits.renameProperty;
import static dev.remoteassistance.contract.mutant.operator.SchemaEdits.retype;
import static dev.remoteassistance.contract.spec.ContractEdit.drop;
import static dev.remoteassistance.contract.spec.ContractEdit.rename;
import static dev.remoteassistance.contract.spec.ContractEdit.set;

import java.util.List;

/** Changes of responses that promise consumers less. */
final class AnswerOperators {

    private AnswerOperators() {}

    static List<MutationOperator> all() {
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
                        .where((place, places) -> places.at(place).asBoolean()),
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
                        .where((place, places) -> places.haveNullable()
                                && places.at(place).has("type")
                                && !places.at(place).path("nullable").asBoolean()),
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
}
