package dev.remoteassistance.contract.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Compares what a keyword says, in each part of a composed schema that has it, before and after. */
interface KeywordComparison {

    /** How it changed; empty if it did not. */
    Optional<Change> compare(List<JsonNode> before, List<JsonNode> after);

    /** A change and its words. */
    record Change(Direction direction, String words) {}

    /** An upper limit; the lowest counts. */
    static KeywordComparison atMost() {
        return (before, after) -> {
            double old = before.stream().mapToDouble(JsonNode::asDouble).min().orElse(Double.POSITIVE_INFINITY);
            double now = after.stream().mapToDouble(JsonNode::asDouble).min().orElse(Double.POSITIVE_INFINITY);
            Direction direction = now < old ? Direction.NARROWER : Direction.WIDER;
            return old == now ? Optional.empty() : change(direction, words(before, after, old, now));
        };
    }

    /** A lower limit; the highest counts. */
    static KeywordComparison atLeast(double byDefault) {
        return (before, after) -> {
            double old = before.stream().mapToDouble(JsonNode::asDouble).max().orElse(byDefault);
            double now = after.stream().mapToDouble(JsonNode::asDouble).max().orElse(byDefault);
            Direction direction = now > old ? Direction.NARROWER : Direction.WIDER;
            return old == now ? Optional.empty() : change(direction, words(before, after, old, now));
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

    /** Texts that all must be fulfilled, of which nobody can say which allows more, except for those named. */
    static KeywordComparison text(Map<String, String> widerByNarrower) {
        return (before, after) -> {
            Set<String> old = texts(before);
            Set<String> now = texts(after);
            String oldText = String.join(" and ", old);
            String newText = String.join(" and ", now);
            if (old.equals(now)) {
                return Optional.empty();
            } else if (now.containsAll(old)) {
                now.removeAll(old);
                return change(Direction.NARROWER, String.join(" and ", now) + " added");
            } else if (old.containsAll(now)) {
                old.removeAll(now);
                return change(Direction.WIDER, String.join(" and ", old) + " dropped");
            }
            Direction direction = newText.equals(widerByNarrower.get(oldText))
                    ? Direction.WIDER
                    : oldText.equals(widerByNarrower.get(newText)) ? Direction.NARROWER : Direction.OTHER;
            return change(direction, "changed from " + oldText + " to " + newText);
        };
    }

    /** Lists of the values that are allowed; what all lists hold counts, and no list allows everything. */
    static KeywordComparison members() {
        return (before, after) -> {
            Set<String> old = common(before);
            Set<String> now = common(after);
            if (old.equals(now) && before.isEmpty() == after.isEmpty()) {
                return Optional.empty();
            } else if (before.isEmpty() || after.isEmpty()) {
                return before.isEmpty()
                        ? change(Direction.NARROWER, now + " added")
                        : change(Direction.WIDER, old + " dropped");
            }
            Set<String> lost = new LinkedHashSet<>(old);
            lost.removeAll(now);
            now.removeAll(old);
            return now.isEmpty()
                    ? change(Direction.NARROWER, "lost the member " + String.join(", ", lost))
                    : lost.isEmpty()
                            ? change(Direction.WIDER, "got the member " + String.join(", ", now))
                            : change(
                                    Direction.OTHER,
                                    "lost the member " + String.join(", ", lost) + " and got "
                                            + String.join(", ", now));
        };
    }

    /** Any change of what was there; what is new was nobody's to rely on. */
    static KeywordComparison any() {
        return (before, after) -> before.isEmpty() || before.equals(after)
                ? Optional.empty()
                : change(
                        Direction.OTHER,
                        after.isEmpty()
                                ? before.get(0) + " dropped"
                                : "changed from " + before.get(0) + " to " + after.get(0));
    }

    private static String words(List<JsonNode> before, List<JsonNode> after, double old, double now) {
        if (before.isEmpty()) {
            return plain(now) + " added";
        }
        return after.isEmpty()
                ? plain(old) + " dropped"
                : (now < old ? "lowered" : "raised") + " from " + plain(old) + " to " + plain(now);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static Set<String> texts(List<JsonNode> values) {
        return values.stream()
                .map(value -> value.isValueNode() ? value.asText() : value.toString())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> common(List<JsonNode> lists) {
        Set<String> common = new LinkedHashSet<>();
        for (JsonNode list : lists) {
            Set<String> members = StreamSupport.stream(list.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (common.isEmpty()) {
                common.addAll(members);
            }
            common.retainAll(members);
        }
        return common;
    }

    private static Optional<Change> change(Direction direction, String words) {
        return Optional.of(new Change(direction, words));
    }
}
