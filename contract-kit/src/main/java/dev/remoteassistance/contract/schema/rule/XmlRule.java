package dev.remoteassistance.contract.schema.rule;

import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.schema.part.Conjunction;
import java.util.List;

/** Compares how a value is written as XML. A prefix is only a name for the namespace. */
final class XmlRule {

    private XmlRule() {}

    static void compare(PartComparison pair) {
        for (String keyword : List.of("name", "namespace", "attribute", "wrapped")) {
            String was = value(pair.before(), keyword);
            String is = value(pair.after(), keyword);
            if (!was.equals(is)) {
                pair.report(
                        "xml", Direction.OTHER, "xml " + keyword + " changed from " + words(was) + " to " + words(is));
            }
        }
    }

    /** Returns the value of the first part that states one; {@code false} counts as not stated. */
    private static String value(Conjunction conjunction, String keyword) {
        return conjunction.values("xml").stream()
                .filter(xml -> xml.has(keyword))
                .map(xml -> xml.get(keyword).asText())
                .filter(value -> !value.equals("false"))
                .findFirst()
                .orElse("");
    }

    private static String words(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
