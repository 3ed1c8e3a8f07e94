package dev.remoteassistance.contract.schema.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.schema.keyword.LimitComparison;
import dev.remoteassistance.contract.schema.part.Conjunction;
import dev.remoteassistance.contract.schema.part.ValueType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares the smallest or largest allowed number, for inclusive and exclusive limits. */
final class NumberRule {

    static final NumberRule MAXIMUM = new NumberRule("maximum", "exclusiveMaximum", true);
    static final NumberRule MINIMUM = new NumberRule("minimum", "exclusiveMinimum", false);

    private static final Set<ValueType> NUMBERS = EnumSet.of(ValueType.INTEGER, ValueType.FRACTION);

    private final String inclusive;
    private final String exclusive;
    private final boolean isUpper;
    private final Comparator<Bound> tightness;

    /**
     * The smallest or largest allowed number.
     *
     * @param keyword that states it
     * @param value the limit itself
     * @param isExclusive whether the value itself is refused
     */
    private record Bound(String keyword, BigDecimal value, boolean isExclusive) {}

    private NumberRule(String inclusive, String exclusive, boolean isUpper) {
        this.inclusive = inclusive;
        this.exclusive = exclusive;
        this.isUpper = isUpper;
        Comparator<Bound> byValue = Comparator.comparing(Bound::value);
        tightness = (isUpper ? byValue.reversed() : byValue).thenComparing(Bound::isExclusive);
    }

    void compare(PartComparison pair) {
        Set<ValueType> types = EnumSet.copyOf(NUMBERS);
        types.retainAll(pair.before().types());
        types.retainAll(pair.after().types());
        if (types.isEmpty()) {
            return;
        }
        Optional<Bound> before = bound(pair.before());
        Optional<Bound> after = bound(pair.after());
        boolean areIntegers = !types.contains(ValueType.FRACTION);
        int change = compare(before, after, areIntegers);
        if (change != 0) {
            Direction direction = change < 0 ? Direction.NARROWER : Direction.WIDER;
            String keyword = keyword(before, after);
            pair.report(keyword, direction, keyword + " " + words(before, after));
        }
    }

    /** Returns a number below zero if the later bound is tighter. */
    private int compare(Optional<Bound> before, Optional<Bound> after, boolean areIntegers) {
        if (before.isEmpty() || after.isEmpty()) {
            return Boolean.compare(after.isEmpty(), before.isEmpty());
        }
        return tightness.compare(
                areIntegers ? ofIntegers(before.get()) : before.get(),
                areIntegers ? ofIntegers(after.get()) : after.get());
    }

    /** Returns the last integer within a bound. */
    private Bound ofIntegers(Bound bound) {
        BigDecimal last = bound.value().setScale(0, isUpper ? RoundingMode.FLOOR : RoundingMode.CEILING);
        boolean isLimit = bound.isExclusive() && last.compareTo(bound.value()) == 0;
        BigDecimal step = isUpper ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        return new Bound(bound.keyword(), isLimit ? last.add(step) : last, false);
    }

    private String keyword(Optional<Bound> before, Optional<Bound> after) {
        boolean isSameValue = before.isPresent()
                && after.isPresent()
                && before.get().value().compareTo(after.get().value()) == 0;
        return isSameValue ? exclusive : after.or(() -> before).orElseThrow().keyword();
    }

    private static String words(Optional<Bound> before, Optional<Bound> after) {
        if (before.isEmpty()) {
            return plain(after.orElseThrow()) + " added";
        } else if (after.isEmpty()) {
            return plain(before.get()) + " dropped";
        }
        int order = after.get().value().compareTo(before.get().value());
        return order == 0
                ? after.get().isExclusive() ? "set" : "dropped"
                : (order < 0 ? "lowered" : "raised") + " from " + plain(before.get()) + " to " + plain(after.get());
    }

    /** Returns the tightest bound of all parts. In OpenAPI 3.0 the exclusive keyword is a flag, in 3.1 a number. */
    private Optional<Bound> bound(Conjunction conjunction) {
        return conjunction.parts().stream()
                .flatMap(part -> {
                    JsonNode limit = part.path(inclusive);
                    JsonNode other = part.path(exclusive);
                    return Stream.of(
                                    Optional.of(limit)
                                            .filter(JsonNode::isNumber)
                                            .map(value -> new Bound(
                                                    inclusive,
                                                    value.decimalValue(),
                                                    other.asBoolean(false) && other.isBoolean())),
                                    Optional.of(other)
                                            .filter(JsonNode::isNumber)
                                            .map(value -> new Bound(exclusive, value.decimalValue(), true)))
                            .flatMap(Optional::stream);
                })
                .max(tightness);
    }

    private static String plain(Bound bound) {
        return LimitComparison.plain(bound.value());
    }
}
