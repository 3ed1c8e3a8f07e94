package dev.remoteassistance.contract.schema.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.remoteassistance.contract.difference.Difference.Effect;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.schema.part.AlternativeSearch;
import dev.remoteassistance.contract.schema.part.Conjunction;
import dev.remoteassistance.contract.spec.WireComparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares keywords as a whole if no rule can follow how their schemas bound values, or if they are unknown. */
final class WholeRule {

    private static final List<String> CONDITIONS =
            List.of("if", "then", "else", "unevaluatedItems", "contentSchema", "$dynamicRef", "$recursiveRef");

    /** Keywords that another keyword's rule compares, or that bound nothing. */
    private static final Set<String> OTHERS = Set.of(
            "properties",
            "required",
            "propertyNames",
            "patternProperties",
            "dependentSchemas",
            "items",
            "prefixItems",
            "deprecated",
            "xml",
            "$ref",
            "$defs",
            "$id",
            "$schema",
            "$anchor",
            "$dynamicAnchor",
            "$recursiveAnchor",
            "$comment",
            "$vocabulary",
            "title",
            "description",
            "example",
            "examples",
            "externalDocs");

    /** Keywords that are compared, or need not be. */
    private static final Set<String> KNOWN = Stream.of(SchemaRules.keywords(), OTHERS, CONDITIONS)
            .flatMap(Collection::stream)
            .collect(Collectors.toUnmodifiableSet());

    private WholeRule() {}

    static void compare(PartComparison pair) {
        for (String keyword : CONDITIONS) {
            if (differs(pair, keyword)) {
                pair.report(keyword, Direction.OTHER, keyword + " changed, which is compared as a whole");
            }
        }
        if (pair.before().isUncombined() || pair.after().isUncombined()) {
            for (String keyword : List.of("oneOf", "anyOf")) {
                if (differs(pair, keyword)) {
                    pair.report(
                            keyword,
                            Direction.OTHER,
                            keyword + " changed, and there are more than " + AlternativeSearch.MAX_ALTERNATIVES
                                    + " combinations of alternatives to compare");
                }
            }
        }
        for (String keyword : unknown(pair)) {
            if (differs(pair, keyword)) {
                pair.report("", keyword, Effect.NOT_COMPARED, keyword + " changed, which is not compared", keyword);
            }
        }
    }

    private static Set<String> unknown(PartComparison pair) {
        Set<String> unknown = new TreeSet<>();
        for (Conjunction one : List.of(pair.before(), pair.after())) {
            one.parts().forEach(part -> part.fieldNames().forEachRemaining(unknown::add));
        }
        boolean knowsNullable = !pair.before().isSince31() || !pair.after().isSince31();
        unknown.removeIf(
                name -> name.equals("nullable") ? knowsNullable : KNOWN.contains(name) || name.startsWith("x-"));
        return unknown;
    }

    private static boolean differs(PartComparison pair, String keyword) {
        List<JsonNode> old = pair.before().values(keyword);
        List<JsonNode> now = pair.after().values(keyword);
        if (old.isEmpty() && now.isEmpty()) {
            return false;
        }
        return !new WireComparison(pair.before().document(), pair.after().document()).areSame(array(old), array(now));
    }

    private static JsonNode array(List<JsonNode> values) {
        return JsonNodeFactory.instance.arrayNode().addAll(new ArrayList<>(values));
    }
}
