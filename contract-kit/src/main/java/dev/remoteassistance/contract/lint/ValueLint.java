package dev.remoteassistance.contract.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.lint.syntax.JavaNames;
import dev.remoteassistance.contract.lint.syntax.PatternSyntax;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.SourcePlace;
import java.util.List;
import java.util.regex.Pattern;

/** Checks texts: members of enums, patterns and date-times. */
final class ValueLint {

    /** Matches exactly the date-times that Java can hold: offset within 18 hours, at most nine fraction digits. */
    static final String DATE_TIME = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
            + "T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?"
            + "(Z|[+-](0[0-9]|1[0-7]):[0-5][0-9]|[+-]18:00)$";

    private static final int LONGEST_DATE_TIME = 35;
    private static final Pattern MEMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]*");

    private final LintReport report;

    ValueLint(LintReport report) {
        this.report = report;
    }

    void checkText(JsonNode schema) {
        SourcePlace place = report.place(schema);
        if (schema.has("enum")) {
            checkEnum(schema, place);
        } else if (schema.path("format").asText().equals("date-time")) {
            report.require(
                    schema.path("pattern").asText().equals(DATE_TIME)
                            && schema.path("maxLength").asInt() == LONGEST_DATE_TIME
                            && !schema.has("minLength"),
                    place,
                    "must take the date-times that can be kept, and no others",
                    "Write pattern: '%s' and maxLength: %d".formatted(DATE_TIME, LONGEST_DATE_TIME));
        } else if (schema.has("pattern")) {
            String trouble = PatternSyntax.trouble(schema.get("pattern").asText());
            report.require(
                    trouble == null,
                    place.member("pattern"),
                    "must mean the same in every language",
                    String.valueOf(trouble));
        }
    }

    private void checkEnum(JsonNode schema, SourcePlace place) {
        for (String keyword : List.of("format", "minLength", "maxLength", "pattern")) {
            report.require(!schema.has(keyword), place.member(keyword), "must not be beside an enum", "Leave it out");
        }
        List<String> members = ContractDocument.elements(schema.get("enum"))
                .filter(member -> !member.isNull())
                .map(JsonNode::asText)
                .toList();
        members.forEach(member -> report.require(
                MEMBER.matcher(member).matches(),
                place.member("enum"),
                "must have members of letters, digits, space, dot, - and _, not \"" + member + "\"",
                "Write the property as a text with a pattern"));
        JavaNames.collisions(members)
                .forEach(both -> report.require(
                        false,
                        place.member("enum"),
                        "must have members that differ in more than case and signs, unlike " + both,
                        "Leave one of them out, or write the property as a text with a pattern"));
        report.require(
                schema.path("nullable").asBoolean() == schema.get("enum").size() > members.size(),
                place,
                "must be nullable if and only if null is a member of the enum",
                "Add \"nullable: true\" or the member null");
        report.require(
                !schema.has("x-enum-descriptions")
                        || schema.get("x-enum-descriptions").size() == members.size(),
                place.member("x-enum-descriptions"),
                "must have one text for each member but null",
                "Add what is missing");
    }
}
