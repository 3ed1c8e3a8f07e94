package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Our own rules: what changed between two versions of a contract, operation by operation, and whether it breaks. */
final class ContractComparison {

    private final ContractDocument before;
    private final ContractDocument after;
    private final Set<Difference> differences = new LinkedHashSet<>();
    private final ValueComparison values;
    private final SecurityComparison security;

    private ContractComparison(ContractDocument before, ContractDocument after) {
        this.before = before;
        this.after = after;
        values = new ValueComparison(before, after, differences::add);
        security = new SecurityComparison(before, after, differences::add);
    }

    static List<Difference> differences(ContractDocument before, ContractDocument after) {
        ContractComparison comparison = new ContractComparison(before, after);
        comparison.operations();
        comparison.security.schemes();
        return new ArrayList<>(comparison.differences);
    }

    private void operations() {
        Map<String, OperationDocument> present = new LinkedHashMap<>();
        after.operations().forEach(operation -> present.put(key(operation), operation));
        for (OperationDocument old : before.operations()) {
            OperationDocument now = present.get(key(old));
            if (now == null) {
                values.report(Place.request(old.name(), ""), "operation", Direction.NARROWER, "operation removed");
            } else {
                if (!now.path().equals(old.path())) {
                    differences.add(new Difference(
                            Place.request(old.name(), ""), "operation", "path parameter renamed", false));
                }
                servers(old, now);
                security.requirements(old, now);
                new RequestComparison(values).compare(old, now);
                new ResponseComparison(values).compare(old, now);
            }
        }
    }

    /** A path parameter's name is nothing that is sent. */
    private static String key(OperationDocument operation) {
        return operation.method() + " " + operation.path().replaceAll("\\{[^}]*}", "{}");
    }

    private void servers(OperationDocument old, OperationDocument now) {
        Set<String> kept = ServerUrls.of(now);
        ServerUrls.of(old).stream()
                .filter(url -> !kept.contains(url))
                .forEach(url -> values.report(
                        Place.request(old.name(), "server"), "server", Direction.NARROWER, "server removed: " + url));
    }
}
