package dev.remoteassistance.contract.gate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.gate.KeywordComparison.Change;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the change of one keyword of a schema is judged.
 *
 * @param keyword of OpenAPI 3.0
 * @param sides where the keyword means anything
 */
record SchemaRule(String keyword, Set<Side> sides, KeywordComparison comparison) {

    private static final Set<Side> BOTH = EnumSet.allOf(Side.class);

    /** All keywords that bound a value and hold no schema that is compared on its own. */
    static final List<SchemaRule> ALL = List.of(
            both("type", KeywordComparison.text(Map.of("integer", "number"))),
            both("format", KeywordComparison.text(Map.of("int32", "int64", "float", "double"))),
            both("pattern", KeywordComparison.text(Map.of())),
            both("multipleOf", KeywordComparison.text(Map.of())),
            both("not", KeywordComparison.text(Map.of())),
            both("discriminator", KeywordComparison.any()),
            both("enum", KeywordComparison.members()),
            both("maxLength", KeywordComparison.atMost()),
            both("maximum", KeywordComparison.atMost()),
            both("maxItems", KeywordComparison.atMost()),
            both("maxProperties", KeywordComparison.atMost()),
            both("minLength", KeywordComparison.atLeast(0)),
            both("minimum", KeywordComparison.atLeast(Double.NEGATIVE_INFINITY)),
            both("minItems", KeywordComparison.atLeast(0)),
            both("minProperties", KeywordComparison.atLeast(0)),
            both("exclusiveMaximum", KeywordComparison.flag(Direction.NARROWER)),
            both("exclusiveMinimum", KeywordComparison.flag(Direction.NARROWER)),
            both("uniqueItems", KeywordComparison.flag(Direction.NARROWER)),
            new SchemaRule("readOnly", Set.of(Side.REQUEST), KeywordComparison.flag(Direction.NARROWER)),
            new SchemaRule("writeOnly", Set.of(Side.RESPONSE), KeywordComparison.flag(Direction.WIDER)),
            // Who leaves a value out relies on what then counts.
            new SchemaRule("default", Set.of(Side.REQUEST), KeywordComparison.any()));

    /** Limits that an API states in extensions of its own, such as a body's size, are judged by their names. */
    static Optional<SchemaRule> ofExtension(String name) {
        return name.startsWith("x-max-")
                ? Optional.of(both(name, KeywordComparison.atMost()))
                : name.startsWith("x-min-")
                        ? Optional.of(both(name, KeywordComparison.atLeast(Double.NEGATIVE_INFINITY)))
                        : Optional.empty();
    }

    /** Judges the keyword's values in all parts that a schema is composed of. */
    Optional<Difference> judge(Place place, List<JsonNode> before, List<JsonNode> after) {
        if (!sides.contains(place.side())) {
            return Optional.empty();
        }
        Optional<Change> change = comparison.compare(values(before), values(after));
        return change.map(found -> Difference.of(place, keyword, found.direction(), keyword + " " + found.words()));
    }

    private List<JsonNode> values(List<JsonNode> parts) {
        return parts.stream()
                .filter(part -> part.has(keyword))
                .map(part -> part.get(keyword))
                .toList();
    }

    private static SchemaRule both(String keyword, KeywordComparison comparison) {
        return new SchemaRule(keyword, BOTH, comparison);
    }
}
