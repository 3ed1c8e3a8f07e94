package dev.remoteassistance.contract.schema.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Difference.Effect;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.schema.part.ObjectMembers;
import dev.remoteassistance.contract.schema.part.ValueType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the properties of objects. Three rules are policy, not arithmetic: to remove a property breaks consumers and
 * providers alike, to add one breaks neither, and to refuse undeclared properties breaks both.
 */
final class ObjectRule {

    private final PartComparison pair;
    private final ObjectMembers before;
    private final ObjectMembers after;
    private final Map<String, List<JsonNode>> old;
    private final Map<String, List<JsonNode>> now;
    private final String hidden;

    private ObjectRule(PartComparison pair) {
        this.pair = pair;
        before = pair.before().members();
        after = pair.after().members();
        old = before.properties();
        now = after.properties();
        hidden = pair.judgement().writer().hiddenKeyword();
    }

    static void compare(PartComparison pair) {
        if (pair.before().types().contains(ValueType.OBJECT)
                && pair.after().types().contains(ValueType.OBJECT)) {
            ObjectRule rule = new ObjectRule(pair);
            rule.declared();
            rule.added();
            rule.addedParts();
            rule.required();
            rule.undeclared();
            PropertyNameRule.compare(pair);
        }
    }

    private void declared() {
        old.forEach((name, schemas) -> {
            if (before.isHidden(name, hidden)) {
                return;
            } else if (!now.containsKey(name)) {
                pair.report(name, "property", Direction.OTHER, "property removed", "properties");
            } else if (after.isHidden(name, hidden)) {
                pair.report(name, hidden, Direction.OTHER, hidden + " set", "properties");
            } else {
                pair.compareInner(name, schemas, now.get(name));
            }
        });
    }

    private void added() {
        now.forEach((name, schemas) -> {
            boolean isNew = !after.isHidden(name, hidden) && (!old.containsKey(name) || before.isHidden(name, hidden));
            if (isNew && pair.judgement().isStrict()) {
                pair.report(name, "property", Direction.NARROWER, "property added", "properties");
            } else if (isNew) {
                pair.report(name, "property", Effect.ADDITION, "property added", "properties");
                if (!before.undeclared().isEmpty()) {
                    // The property was undeclared before, so it must still match the schemas of undeclared ones.
                    pair.compareInner(name, before.undeclared(), schemas);
                }
            }
        });
    }

    /**
     * Reports parts added to {@code allOf}. A new property is an addition; a whole schema to match as well is a new
     * demand.
     */
    private void addedParts() {
        if (!before.closedBy().isEmpty()) {
            return;
        }
        for (JsonNode part : pair.after().composed()) {
            Set<String> names = new LinkedHashSet<>();
            part.path("properties").properties().stream()
                    .filter(property -> !property.getValue().isEmpty())
                    .forEach(property -> names.add(property.getKey()));
            if (!names.isEmpty() && names.stream().noneMatch(old::containsKey)) {
                pair.report(
                        "allOf",
                        Direction.NARROWER,
                        "allOf got a part, which has to be fulfilled as well and declares " + String.join(", ", names));
            }
        }
    }

    private void required() {
        Set<String> was = visible(before);
        Set<String> is = visible(after);
        is.stream()
                .filter(name -> !was.contains(name))
                .forEach(name -> pair.report(name, "required", Direction.NARROWER, "became required", "required"));
        was.stream()
                .filter(name -> !is.contains(name) && (now.containsKey(name) || !old.containsKey(name)))
                .forEach(name -> pair.report(name, "required", Direction.WIDER, "no longer required", "required"));
    }

    private Set<String> visible(ObjectMembers members) {
        Set<String> names = new LinkedHashSet<>(members.required());
        names.removeIf(name -> members.isHidden(name, hidden));
        return names;
    }

    private void undeclared() {
        String was = before.closedBy();
        String is = after.closedBy();
        boolean isStrict = pair.judgement().isStrict();
        if (was.isEmpty() && !is.isEmpty()) {
            pair.report(is, isStrict ? Direction.NARROWER : Direction.OTHER, is + " set to false");
        } else if (!was.isEmpty() && is.isEmpty()) {
            Effect effect = Effect.of(isStrict && pair.judgement().isBrokenBy(Direction.WIDER));
            pair.report("", was, effect, was + " allowed", was);
        } else if (was.isEmpty()
                && !(before.undeclared().isEmpty() && after.undeclared().isEmpty())) {
            pair.compareInner("*", before.undeclared(), after.undeclared());
        }
    }
}
