package dev.remoteassistance.contract.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the cells of permissions: each alternative by itself, with the credentials of each flow of its scheme. */
final class PermissionCells {

    private PermissionCells() {}

    static void alternatives(OperationDocument operation, CellKind.Collector cells) {
        for (JsonNode alternative : operation.security()) {
            alternative.properties().forEach(scheme -> {
                Set<String> scopes = scopes(scheme.getValue());
                for (String flow : flows(operation, scheme.getKey())) {
                    cells.add(
                            String.join(" ", scheme.getKey(), flow, String.join(" ", scopes)),
                            seen -> seen.isTaken()
                                    && seen.grant()
                                            .filter(grant -> grant.flow().equals(flow)
                                                    && grant.scopes().containsAll(scopes)
                                                    && alternativesOf(operation, grant) == 1)
                                            .isPresent());
                }
            });
        }
    }

    /** Counts the alternatives that a grant satisfies. A grant of two does not show that either suffices. */
    private static long alternativesOf(OperationDocument operation, Grant grant) {
        return operation.security().stream()
                .filter(alternative -> alternative.properties().stream()
                        .allMatch(scheme -> grant.scopes().containsAll(scopes(scheme.getValue()))))
                .count();
    }

    private static List<String> flows(OperationDocument operation, String scheme) {
        JsonNode flows = operation.document().root().at("/components/securitySchemes/" + scheme + "/flows");
        return flows.isEmpty()
                ? List.of("")
                : flows.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static Set<String> scopes(JsonNode array) {
        return ContractDocument.elements(array).map(JsonNode::asText).collect(Collectors.toSet());
    }
}
