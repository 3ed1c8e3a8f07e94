package dev.remoteassistance.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Direction;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Compares the values of a keyword in all parts of a composed schema, before and after. */
public interface KeywordComparison {

    /** Returns how the values changed; empty if they did not. */
    Optional<Change> compare(List<JsonNode> before, List<JsonNode> after);

    /** A change and its description. */
    record Change(Direction direction, String words) {}

    /** An upper limit; of several, the lowest counts. */
    static KeywordComparison atMost() {
        return limit(values -> values.stream().min(BigDecimal::compareTo), null, Direction.NARROWER);
    }

    /** A lower limit; of several, the highest counts. */
    static KeywordComparison atLeast(BigDecimal byDefault) {
        return limit(values -> values.stream().max(BigDecimal::compareTo), byDefault, Direction.WIDER);
    }

    /** Finds the limit that counts. */
    interface Limit {
        Optional<BigDecimal> of(List<BigDecimal> values);
    }

    private static KeywordComparison limit(Limit limit, BigDecimal byDefault, Direction whenLowered) {
        Direction whenRaised = whenLowered == Direction.NARROWER ? Direction.WIDER : Direction.NARROWER;
        return (before, after) -> {
            BigDecimal old = limit.of(numbers(before)).orElse(byDefault);
            BigDecimal now = limit.of(numbers(after)).orElse(byDefault);
            if (old == null || now == null) {
                return old == now
                        ? Optional.empty()
                        : old == null
                                ? change(Direction.NARROWER, plain(now) + " added")
                                : change(Direction.WIDER, plain(old) + " dropped");
            } else if (old.compareTo(now) == 0) {
                return Optional.empty();
            }
            boolean isLowered = now.compareTo(old) < 0;
            String words = before.isEmpty()
                    ? plain(now) + " added"
                    : after.isEmpty()
                            ? plain(old) + " dropped"
                            : (isLowered ? "lowered" : "raised") + " from " + plain(old) + " to " + plain(now);
            return change(isLowered ? whenLowered : whenRaised, words);
        };
    }

    /** True or false, where absent is false. */
    static KeywordComparison flag(Direction whenSet) {
        Direction whenDropped = whenSet == Direction.NARROWER ? Direction.WIDER : Direction.NARROWER;
        return (before, after) -> {
            boolean old = before.stream().anyMatch(JsonNode::asBoolean);
            boolean now = after.stream().anyMatch(JsonNode::asBoolean);
            return old == now ? Optional.empty() : change(now ? whenSet : whenDropped, now ? "set" : "dropped");
        };
    }

    /**
     * Texts that a value must all match. Nobody can tell which of two texts allows more, except for the named pairs.
     *
     * @param reading returns what a text means; an empty meaning allows everything
     */
    static KeywordComparison text(UnaryOperator<String> reading, Map<String, String> widerByNarrower) {
        return (before, after) -> {
            Set<String> old = texts(before, reading);
            Set<String> now = texts(after, reading);
            String oldText = String.join(" and ", texts(before, UnaryOperator.identity()));
            String newText = String.join(" and ", texts(after, UnaryOperator.identity()));
            if (old.equals(now)) {
                return Optional.empty();
            } else if (now.containsAll(old)) {
                now.removeAll(old);
                return change(
                        Direction.NARROWER, words(oldText, newText, before, String.join(" and ", now) + " added"));
            } else if (old.containsAll(now)) {
                old.removeAll(now);
                return change(Direction.WIDER, words(oldText, newText, after, String.join(" and ", old) + " dropped"));
            }
            Direction direction = newText.equals(widerByNarrower.get(oldText))
                    ? Direction.WIDER
                    : oldText.equals(widerByNarrower.get(newText)) ? Direction.NARROWER : Direction.OTHER;
            return change(direction, "changed from " + oldText + " to " + newText);
        };
    }

    /** Steps that values are multiples of. */
    static KeywordComparison steps() {
        KeywordComparison byText = text(UnaryOperator.identity(), Map.of());
        return (before, after) -> {
            if (before.size() != 1 || after.size() != 1) {
                return byText.compare(before, after);
            }
            BigDecimal old = before.get(0).decimalValue();
            BigDecimal now = after.get(0).decimalValue();
            if (old.compareTo(now) == 0) {
                return Optional.empty();
            }
            Direction direction = isMultiple(old, now)
                    ? Direction.WIDER
                    : isMultiple(now, old) ? Direction.NARROWER : Direction.OTHER;
            return change(direction, "changed from " + plain(old) + " to " + plain(now));
        };
    }

    /** Any change of an existing value; nobody relies on a new one. */
    static KeywordComparison any() {
        return (before, after) -> before.isEmpty() || before.equals(after)
                ? Optional.empty()
                : change(
                        Direction.OTHER,
                        after.isEmpty()
                                ? before.get(0) + " dropped"
                                : "changed from " + before.get(0) + " to " + after.get(0));
    }

    private static boolean isMultiple(BigDecimal number, BigDecimal of) {
        return of.signum() != 0 && number.remainder(of).signum() == 0;
    }

    private static List<BigDecimal> numbers(List<JsonNode> values) {
        return values.stream()
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .toList();
    }

    /** Describes the whole change if both versions have texts, else only the texts that came or went. */
    private static String words(String oldText, String newText, List<JsonNode> fewer, String one) {
        return fewer.isEmpty() ? one : "changed from " + oldText + " to " + newText;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Set<String> texts(List<JsonNode> values, UnaryOperator<String> reading) {
        return values.stream()
                .map(value -> value.isValueNode() ? value.asText() : value.toString())
                .map(reading)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<Change> change(Direction direction, String words) {
        return Optional.of(new Change(direction, words));
    }
}
