package dev.remoteassistance.contract.schema.keyword;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Direction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Compares a keyword of two versions of a schema. A composed schema may have it in several parts. */
public interface KeywordComparison {

    /** How it changed; empty if it did not. */
    Optional<Change> compare(List<JsonNode> before, List<JsonNode> after);

    /** A change and its words. */
    record Change(Direction direction, String words) {

        static Optional<Change> of(Direction direction, String words) {
            return Optional.of(new Change(direction, words));
        }
    }

    /** True or false, where absent is false. */
    static KeywordComparison flag(Direction whenSet) {
        Direction whenDropped = whenSet == Direction.NARROWER ? Direction.WIDER : Direction.NARROWER;
        return (before, after) -> {
            boolean old = before.stream().anyMatch(JsonNode::asBoolean);
            boolean now = after.stream().anyMatch(JsonNode::asBoolean);
            return old == now ? Optional.empty() : Change.of(now ? whenSet : whenDropped, now ? "set" : "dropped");
        };
    }

    /**
     * Compares rules that a value must all fulfil, such as patterns. A replaced rule counts as neither wider nor
     * narrower, unless {@code isWidening} decides.
     *
     * @param reading converts a text to what it means; an empty result allows everything
     */
    static KeywordComparison text(UnaryOperator<String> reading, BiPredicate<String, String> isWidening) {
        return (before, after) -> {
            Set<String> old = texts(before, reading);
            Set<String> now = texts(after, reading);
            String oldText = String.join(" and ", texts(before, UnaryOperator.identity()));
            String newText = String.join(" and ", texts(after, UnaryOperator.identity()));
            if (old.equals(now)) {
                return Optional.empty();
            } else if (now.containsAll(old)) {
                now.removeAll(old);
                return Change.of(
                        Direction.NARROWER, words(oldText, newText, before, String.join(" and ", now) + " added"));
            } else if (old.containsAll(now)) {
                old.removeAll(now);
                return Change.of(
                        Direction.WIDER, words(oldText, newText, after, String.join(" and ", old) + " dropped"));
            }
            Direction direction = isWidening.test(oldText, newText)
                    ? Direction.WIDER
                    : isWidening.test(newText, oldText) ? Direction.NARROWER : Direction.OTHER;
            return Change.of(direction, "changed from " + oldText + " to " + newText);
        };
    }

    /** Reports any change of a value that was there. Does not report a new value, because nobody relied on it. */
    static KeywordComparison any() {
        return (before, after) -> before.isEmpty() || before.equals(after)
                ? Optional.empty()
                : Change.of(
                        Direction.OTHER,
                        after.isEmpty()
                                ? before.get(0) + " dropped"
                                : "changed from " + before.get(0) + " to " + after.get(0));
    }

    /** Describes what was added or dropped; if both versions have texts, quotes them in whole. */
    private static String words(String oldText, String newText, List<JsonNode> fewer, String one) {
        return fewer.isEmpty() ? one : "changed from " + oldText + " to " + newText;
    }

    private static Set<String> texts(List<JsonNode> values, UnaryOperator<String> reading) {
        return values.stream()
                .map(value -> value.isValueNode() ? value.asText() : value.toString())
                .map(reading)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
