package dev.remoteassistance.contract.schema.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.schema.part.Conjunction;
import dev.remoteassistance.contract.schema.part.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares which names an object's properties may have, and what a property of some name demands of the object. */
final class PropertyNameRule {

    private static final String DEPENDENT = "dependentRequired";

    private PropertyNameRule() {}

    static void compare(PartComparison pair) {
        if (pair.before().has("propertyNames") || pair.after().has("propertyNames")) {
            pair.compareInner("(names)", names(pair.before()), names(pair.after()));
        }
        named(pair, "patternProperties", "(pattern %s)");
        named(pair, "dependentSchemas", "(with %s)");
        dependent(pair);
    }

    private static List<JsonNode> names(Conjunction conjunction) {
        List<JsonNode> names = new ArrayList<>(conjunction.values("propertyNames"));
        names.add(ValueType.STRING.schema());
        return names;
    }

    private static void named(PartComparison pair, String keyword, String below) {
        Map<String, List<JsonNode>> was = pair.before().named(keyword);
        Map<String, List<JsonNode>> is = pair.after().named(keyword);
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        names.forEach(name -> pair.compareInner(
                below.formatted(name), was.getOrDefault(name, List.of()), is.getOrDefault(name, List.of())));
    }

    private static void dependent(PartComparison pair) {
        Set<String> was = dependencies(pair.before());
        Set<String> is = dependencies(pair.after());
        is.stream()
                .filter(one -> !was.contains(one))
                .forEach(one -> pair.report(DEPENDENT, Direction.NARROWER, DEPENDENT + " got " + one));
        was.stream()
                .filter(one -> !is.contains(one))
                .forEach(one -> pair.report(DEPENDENT, Direction.WIDER, DEPENDENT + " lost " + one));
    }

    private static Set<String> dependencies(Conjunction conjunction) {
        Set<String> dependencies = new LinkedHashSet<>();
        conjunction
                .named(DEPENDENT)
                .forEach((name, lists) -> lists.forEach(
                        list -> list.forEach(other -> dependencies.add(name + " with " + other.asText()))));
        return dependencies;
    }
}
