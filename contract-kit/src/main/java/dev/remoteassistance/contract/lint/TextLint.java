package dev.remoteassistance.contract.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.SourcePlace;
import java.util.Set;

/** Descriptions become comments in generated code, which some texts would end or garble. */
final class TextLint {

    private static final Set<String> COMMENTS = Set.of("description", "summary", "x-enum-descriptions");

    private final LintReport report;

    TextLint(LintReport report) {
        this.report = report;
    }

    /** Looks at all texts below a node. */
    void check(JsonNode node) {
        node.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (COMMENTS.contains(member.getKey()) && !value.isObject()) {
                SourcePlace place = report.place(node).member(member.getKey());
                checkText(place, value.asText());
                value.forEach(element -> checkText(place, element.asText()));
            } else {
                check(value);
            }
        });
        if (node.isArray()) {
            node.forEach(this::check);
        }
    }

    private void checkText(SourcePlace place, String text) {
        report.require(
                !text.contains("*/"),
                place,
                "must not contain \"*/\", which ends a comment in generated code",
                "Write \"* /\"");
        report.require(
                !text.contains("\\u"),
                place,
                "must not contain a backslash and \"u\", which generated code reads as a character's number",
                "Write \"U+\" and the number, or the character itself");
    }
}
