package dev.remoteassistance.contract.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.schema.keyword.KeywordComparison.Change;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Compares the limits that a keyword sets to numbers, lengths and counts. */
public final class LimitComparison {

    private LimitComparison() {}

    /** An upper limit; the lowest counts. */
    public static KeywordComparison atMost() {
        return limit(BigDecimal::min, null, Direction.NARROWER);
    }

    /** A lower limit; the highest counts. */
    public static KeywordComparison atLeast(BigDecimal byDefault) {
        return limit(BigDecimal::max, byDefault, Direction.WIDER);
    }

    /** Compares limits; of several, the tighter ones count. */
    private static KeywordComparison limit(
            BinaryOperator<BigDecimal> tighter, BigDecimal byDefault, Direction whenLowered) {
        Direction whenRaised = whenLowered == Direction.NARROWER ? Direction.WIDER : Direction.NARROWER;
        return (before, after) -> {
            BigDecimal old = numbers(before).reduce(tighter).orElse(byDefault);
            BigDecimal now = numbers(after).reduce(tighter).orElse(byDefault);
            if (old == null || now == null) {
                return old == now
                        ? Optional.empty()
                        : old == null
                                ? Change.of(Direction.NARROWER, plain(now) + " added")
                                : Change.of(Direction.WIDER, plain(old) + " dropped");
            } else if (old.compareTo(now) == 0) {
                return Optional.empty();
            }
            boolean isLowered = now.compareTo(old) < 0;
            String words = before.isEmpty()
                    ? plain(now) + " added"
                    : after.isEmpty()
                            ? plain(old) + " dropped"
                            : (isLowered ? "lowered" : "raised") + " from " + plain(old) + " to " + plain(now);
            return Change.of(isLowered ? whenLowered : whenRaised, words);
        };
    }

    /** Steps that values are multiples of. */
    public static KeywordComparison steps() {
        KeywordComparison byText = KeywordComparison.text(UnaryOperator.identity(), (old, now) -> false);
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
            return Change.of(direction, "changed from " + plain(old) + " to " + plain(now));
        };
    }

    private static boolean isMultiple(BigDecimal number, BigDecimal of) {
        return of.signum() != 0 && number.remainder(of).signum() == 0;
    }

    private static Stream<BigDecimal> numbers(List<JsonNode> values) {
        return values.stream().filter(JsonNode::isNumber).map(JsonNode::decimalValue);
    }

    /** Returns a number as text, without an exponent. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
