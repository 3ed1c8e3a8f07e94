package dev.remoteassistance.contract.schema.rule;

import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.schema.part.Conjunction;
import dev.remoteassistance.contract.schema.part.ValueType;
import java.util.EnumSet;
import java.util.Set;

/** Compares the types that values may have, and whether they may be null. */
final class TypeRule {

    private TypeRule() {}

    static void compare(PartComparison pair) {
        Conjunction before = pair.before();
        Conjunction after = pair.after();
        if (!before.declaresTypes() && !after.declaresTypes()) {
            // Both types follow from the listed values, which MemberRule compares.
            return;
        }
        nullable(pair, before.types().contains(ValueType.NULL), after.types().contains(ValueType.NULL));
        Set<ValueType> old = withoutNull(before);
        Set<ValueType> now = withoutNull(after);
        if (old.equals(now)) {
            return;
        }
        Direction direction =
                old.containsAll(now) ? Direction.NARROWER : now.containsAll(old) ? Direction.WIDER : Direction.OTHER;
        pair.report("type", direction, words(before, after, ValueType.words(old), ValueType.words(now)));
    }

    private static String words(Conjunction before, Conjunction after, String old, String now) {
        if (before.declaresTypes() && after.declaresTypes()) {
            return "type changed from " + (old.isEmpty() ? "null" : old) + " to " + (now.isEmpty() ? "null" : now);
        }
        return after.declaresTypes() ? "type " + now + " added" : "type " + old + " dropped";
    }

    private static void nullable(PartComparison pair, boolean was, boolean is) {
        if (was && !is) {
            pair.report("nullable", Direction.NARROWER, "null no longer allowed");
        } else if (!was && is) {
            pair.report("nullable", Direction.WIDER, "null allowed");
        }
    }

    private static Set<ValueType> withoutNull(Conjunction conjunction) {
        Set<ValueType> types = EnumSet.copyOf(conjunction.types());
        types.remove(ValueType.NULL);
        return types;
    }
}
