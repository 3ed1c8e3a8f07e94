package dev.remoteassistance.contract.schema.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.schema.part.Conjunction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares the values that {@code enum} and {@code const} list; of several lists, the common values count. */
final class MemberRule {

    /** Texts that would look like another value without quotes. */
    private static final Pattern LITERAL = Pattern.compile("true|false|null|-?[0-9].*");

    private MemberRule() {}

    static void compare(PartComparison pair) {
        Optional<Set<String>> before = members(pair.before());
        Optional<Set<String>> after = members(pair.after());
        if (before.equals(after)) {
            return;
        }
        String keyword = pair.before().has("enum") || pair.after().has("enum") ? "enum" : "const";
        if (before.isEmpty() || after.isEmpty()) {
            Set<String> members = before.or(() -> after).orElseThrow();
            pair.report(
                    keyword,
                    before.isEmpty() ? Direction.NARROWER : Direction.WIDER,
                    keyword + " " + (keyword.equals("enum") ? members : String.join(", ", members))
                            + (before.isEmpty() ? " added" : " dropped"));
            return;
        }
        Set<String> lost = without(before.get(), after.get());
        Set<String> got = without(after.get(), before.get());
        if (!lost.isEmpty() || !got.isEmpty()) {
            Direction direction =
                    got.isEmpty() ? Direction.NARROWER : lost.isEmpty() ? Direction.WIDER : Direction.OTHER;
            pair.report(keyword, direction, keyword + " " + words(keyword, lost, got));
        }
    }

    private static String words(String keyword, Set<String> lost, Set<String> got) {
        if (keyword.equals("const")) {
            return "changed from " + String.join(", ", lost) + " to " + String.join(", ", got);
        }
        String gone = "lost the member " + String.join(", ", lost);
        return got.isEmpty()
                ? gone
                : (lost.isEmpty() ? "got the member " : gone + " and got ") + String.join(", ", got);
    }

    /** The values in all lists; empty if there is no list. */
    private static Optional<Set<String>> members(Conjunction conjunction) {
        List<Set<String>> lists = new ArrayList<>();
        conjunction.values("enum").stream().filter(JsonNode::isArray).forEach(list -> {
            Set<String> members = new LinkedHashSet<>();
            list.forEach(member -> members.add(text(member)));
            lists.add(members);
        });
        conjunction.values("const").forEach(value -> lists.add(Set.of(text(value))));
        return lists.stream().reduce((some, others) -> {
            Set<String> common = new LinkedHashSet<>(some);
            common.retainAll(others);
            return common;
        });
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new LinkedHashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    /** Returns a value as text; equal numbers have the same text, however they are written. */
    private static String text(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        return value.isTextual() && !LITERAL.matcher(value.asText()).matches() ? value.asText() : value.toString();
    }
}
