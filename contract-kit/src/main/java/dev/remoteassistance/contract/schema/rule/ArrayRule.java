package dev.remoteassistance.contract.schema.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.schema.part.Conjunction;
import dev.remoteassistance.contract.schema.part.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Compares the elements of arrays. */
final class ArrayRule {

    private ArrayRule() {}

    static void compare(PartComparison pair) {
        Conjunction before = pair.before();
        Conjunction after = pair.after();
        if (!before.types().contains(ValueType.ARRAY) || !after.types().contains(ValueType.ARRAY)) {
            return;
        }
        int positions = Math.max(positions(before), positions(after));
        for (int i = 0; i < positions; i++) {
            pair.compareInner("[" + i + "]", at(i, before), at(i, after));
        }
        if (before.has("items") || after.has("items")) {
            pair.compareInner("[]", before.values("items"), after.values("items"));
        }
        contains(pair, before.values("contains"), after.values("contains"));
    }

    private static int positions(Conjunction conjunction) {
        return conjunction.values("prefixItems").stream()
                .mapToInt(JsonNode::size)
                .max()
                .orElse(0);
    }

    private static List<JsonNode> at(int position, Conjunction conjunction) {
        List<JsonNode> schemas = new ArrayList<>();
        for (JsonNode part : conjunction.parts()) {
            JsonNode own = part.path("prefixItems").path(position);
            JsonNode schema = own.isMissingNode() ? part.path("items") : own;
            if (!schema.isMissingNode()) {
                schemas.add(schema);
            }
        }
        return schemas;
    }

    private static void contains(PartComparison pair, List<JsonNode> old, List<JsonNode> now) {
        if (old.isEmpty() && !now.isEmpty()) {
            pair.report("contains", Direction.NARROWER, "contains added");
        } else if (!old.isEmpty() && now.isEmpty()) {
            pair.report("contains", Direction.WIDER, "contains dropped");
        } else if (!old.isEmpty()) {
            pair.compareInner("(contains)", old, now);
        }
    }
}
