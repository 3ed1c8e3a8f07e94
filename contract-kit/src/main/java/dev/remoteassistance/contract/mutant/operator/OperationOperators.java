package dev.remoteassistance.contract.mutant.operator;

import static dev.remoteassistance.contract.mutant.operator.ContractPlaces.name;
import static dev.remoteassistance.contract.mutant.operator.ContractPlaces.parent;
import static dev.remoteassistance.contract.mutant.operator.MutationOperator.breaking;
import static dev.remoteassistance.contract.mutant.operator.MutationOperator.naming;
import static dev.remoteassistance.contract.mutant.operator.MutationOperators.OPERATION;
import static dev.remoteassistance.contract.mutant.operator.SchemaEdits.element;
import static dev.remoteassistance.contract.mutant.operator.SchemaEdits.text;
import static dev.remoteassistance.contract.spec.ContractEdit.drop;
import static dev.remoteassistance.contract.spec.ContractEdit.rename;
import static dev.remoteassistance.contract.spec.ContractEdit.set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** Changes of operations, of the server's address, of permissions, and of names that only generated code sees. */
final class OperationOperators {

    private OperationOperators() {}

    static List<MutationOperator> addresses() {
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
                naming("rename the schema", "/components/schemas/[^/]+", SchemaEdits::renameSchema));
    }

    static List<MutationOperator> security() {
        String alternative = OPERATION + "/security/\\d+";
        String flow = "/components/securitySchemes/[^/]+/flows/[^/]+";
        return List.of(
                breaking("remove a permission", alternative, (place, node) -> drop(place))
                        // Without any permission, every caller is served.
                        .where((place, places) -> places.at(parent(place)).size() > 1),
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
}
