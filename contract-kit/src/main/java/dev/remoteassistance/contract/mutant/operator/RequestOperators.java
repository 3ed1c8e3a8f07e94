package dev.remoteassistance.contract.mutant.operator;

import static dev.remoteassistance.contract.mutant.operator.ContractPlaces.name;
import static dev.remoteassistance.contract.mutant.operator.ContractPlaces.parent;
import static dev.remoteassistance.contract.mutant.operator.MutationOperator.breaking;
import static dev.remoteassistance.contract.mutant.operator.MutationOperators.OPERATION;
import static dev.remoteassistance.contract.mutant.operator.MutationOperators.PARAMETER;
import static dev.remoteassistance.contract.mutant.operator.MutationOperators.PROPERTY;
import static dev.remoteassistance.contract.mutant.operator.SchemaEdits.element;
import static dev.remoteassistance.contract.mutant.operator.SchemaEdits.number;
import static dev.remoteassistance.contract.mutant.operator.SchemaEdits.removeProperty;
import static dev.remoteassistance.contract.mutant.operator.SchemaEdits.renameProperty;
import static dev.remoteassistance.contract.mutant.operator.SchemaEdits.require;
import static dev.remoteassistance.contract.mutant.operator.SchemaEdits.retype;
import static dev.remoteassistance.contract.mutant.operator.SchemaEdits.text;
import static dev.remoteassistance.contract.spec.ContractEdit.drop;
import static dev.remoteassistance.contract.spec.ContractEdit.rename;
import static dev.remoteassistance.contract.spec.ContractEdit.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.List;

/** Changes that accept less from consumers, or demand more of them. */
final class RequestOperators {

    private RequestOperators() {}

    static List<MutationOperator> all() {
        return List.of(
                breaking("remove a property", PROPERTY, (place, node) -> removeProperty(place))
                        .whereConsumersWrite(),
                breaking("rename a property", PROPERTY, (place, node) -> renameProperty(place))
                        .whereConsumersWrite(),
                breaking("retype a property", PROPERTY, (place, node) -> retype(place))
                        .whereConsumersWrite(),
                breaking("require a property", PROPERTY, (place, node) -> require(place))
                        .whereConsumersWrite()
                        .where((place, places) -> !isRequired(place, places)),
                breaking("close an object", ".*/additionalProperties", (place, node) -> set(place, "false"))
                        .whereConsumersWrite()
                        .where((place, places) -> places.at(place).asBoolean()),
                breaking("forbid null", ".*/nullable", (place, node) -> set(place, "false"))
                        .whereConsumersWrite()
                        .where((place, places) ->
                                places.haveNullable() && !place.matches("/components/schemas/[^/]+/nullable")),
                breaking("lower maxLength", ".*/maxLength", (place, node) -> number(place, node.asInt() - 1))
                        .whereConsumersWrite(),
                breaking("halve maxLength", ".*/maxLength", (place, node) -> number(place, node.asInt() / 2))
                        .whereConsumersWrite(),
                breaking("raise minLength", ".*/maxLength", (place, node) -> root -> {
                            ObjectNode schema = (ObjectNode) root.at(parent(place));
                            schema.put("minLength", schema.path("minLength").asInt() + 1);
                        })
                        .whereConsumersWrite(),
                breaking("change a pattern", ".*/pattern", (place, node) -> text(place, "^never$"))
                        .whereConsumersWrite(),
                breaking("add a pattern", ".*/maxLength", (place, node) -> text(parent(place) + "/pattern", "^[a-z]*$"))
                        .whereConsumersWrite(),
                breaking("add a format", ".*/maxLength", (place, node) -> text(parent(place) + "/format", "uuid"))
                        .whereConsumersWrite(),
                breaking("remove an enum member", ".*/enum/\\d+", (place, node) -> drop(place))
                        .whereConsumersWrite()
                        .where((place, places) -> !places.at(place).isNull()),
                breaking(
                                "rename an enum member",
                                ".*/enum/\\d+",
                                (place, node) -> element(place, node.asText() + "Anew"))
                        .whereConsumersWrite()
                        .where((place, places) -> !places.at(place).isNull()),
                breaking("rename the media type", ".*/content/[^/]+", (place, node) -> rename(place, "application/xml"))
                        .whereConsumersWrite(),
                breaking("require a parameter", PARAMETER, (place, node) -> set(place + "/required", "true"))
                        .where((place, places) ->
                                !places.at(place).path("required").asBoolean()
                                        && places.at(place).has("name")),
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
                        ".*/(?:requestBody|requestBodies/[^/]+)/x-max-[a-z-]+",
                        (place, node) -> number(place, node.asInt() / 2)));
    }

    private static boolean isRequired(String place, ContractPlaces places) {
        return ContractDocument.elements(places.at(parent(parent(place))).path("required"))
                .anyMatch(required -> required.asText().equals(name(place)));
    }
}
