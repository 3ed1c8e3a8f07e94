package dev.remoteassistance.contract.schema.rule;

import static dev.remoteassistance.contract.schema.part.ValueType.ARRAY;
import static dev.remoteassistance.contract.schema.part.ValueType.FRACTION;
import static dev.remoteassistance.contract.schema.part.ValueType.INTEGER;
import static dev.remoteassistance.contract.schema.part.ValueType.OBJECT;
import static dev.remoteassistance.contract.schema.part.ValueType.STRING;

import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.schema.keyword.KeywordComparison;
import dev.remoteassistance.contract.schema.keyword.LimitComparison;
import dev.remoteassistance.contract.schema.keyword.PatternChange;
import dev.remoteassistance.contract.schema.part.ValueType;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Rule that judges the change of one keyword of a schema.
 *
 * @param keyword of OpenAPI
 * @param types of the values that the keyword bounds
 */
public record KeywordRule(String keyword, Set<ValueType> types, KeywordComparison comparison) {

    /** Patterns that every text matches, since they are searched for anywhere in it. */
    private static final Pattern ANYTHING =
            Pattern.compile("\\^?(\\(?(\\.|\\[\\\\s\\\\S])\\*\\)?)?|\\^?\\[\\\\s\\\\S]\\*\\$|(\\.\\*)?\\$");

    private static final KeywordComparison AT_LEAST_NONE = LimitComparison.atLeast(BigDecimal.ZERO);

    /** All keywords that bound a value by themselves: they hold no schema, and no other keyword changes their meaning. */
    static final List<KeywordRule> ALL = List.of(
            of("format", EnumSet.allOf(ValueType.class), text(Map.of("int32", "int64", "float", "double"))),
            of("pattern", EnumSet.of(STRING), KeywordComparison.text(KeywordRule::pattern, PatternChange::isWidening)),
            of("maxLength", EnumSet.of(STRING), LimitComparison.atMost()),
            of("minLength", EnumSet.of(STRING), AT_LEAST_NONE),
            of("contentEncoding", EnumSet.of(STRING), text(Map.of())),
            of("contentMediaType", EnumSet.of(STRING), text(Map.of())),
            of("multipleOf", EnumSet.of(INTEGER, FRACTION), LimitComparison.steps()),
            of("maxItems", EnumSet.of(ARRAY), LimitComparison.atMost()),
            of("minItems", EnumSet.of(ARRAY), AT_LEAST_NONE),
            of("maxContains", EnumSet.of(ARRAY), LimitComparison.atMost()),
            of("minContains", EnumSet.of(ARRAY), LimitComparison.atLeast(BigDecimal.ONE)),
            of("uniqueItems", EnumSet.of(ARRAY), KeywordComparison.flag(Direction.NARROWER)),
            of("maxProperties", EnumSet.of(OBJECT), LimitComparison.atMost()),
            of("minProperties", EnumSet.of(OBJECT), AT_LEAST_NONE));

    /** Returns the rule for a limit that an API states in an extension, such as a body's size; the name tells it. */
    public static Optional<KeywordRule> ofExtension(String name) {
        return name.startsWith("x-max-")
                ? Optional.of(of(name, EnumSet.allOf(ValueType.class), LimitComparison.atMost()))
                : name.startsWith("x-min-")
                        ? Optional.of(of(name, EnumSet.allOf(ValueType.class), LimitComparison.atLeast(null)))
                        : Optional.empty();
    }

    /** Compares the keyword if both versions allow values of a type that it bounds. */
    void compare(PartComparison pair) {
        if (!pair.before().has(keyword) && !pair.after().has(keyword)) {
            return;
        }
        if (types.stream()
                .anyMatch(type -> pair.before().types().contains(type)
                        && pair.after().types().contains(type))) {
            comparison
                    .compare(pair.before().values(keyword), pair.after().values(keyword))
                    .ifPresent(change -> pair.report(keyword, change.direction(), keyword + " " + change.words()));
        }
    }

    private static String pattern(String pattern) {
        return ANYTHING.matcher(pattern).matches() ? "" : pattern;
    }

    private static KeywordComparison text(Map<String, String> widerByNarrower) {
        return KeywordComparison.text(
                UnaryOperator.identity(), (narrow, wide) -> wide.equals(widerByNarrower.get(narrow)));
    }

    private static KeywordRule of(String keyword, Set<ValueType> types, KeywordComparison comparison) {
        return new KeywordRule(keyword, types, comparison);
    }
}
