package dev.remoteassistance.contract.schema.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Difference.Effect;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.difference.Writer;
import dev.remoteassistance.contract.schema.keyword.KeywordComparison;
import dev.remoteassistance.contract.schema.part.Conjunction;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Applies all rules to two versions of a schema. */
public final class SchemaRules {

    private SchemaRules() {}

    /** Returns the keywords with a rule of their own; each rule's messages begin with its keyword. */
    public static List<String> keywords() {
        return Stream.concat(
                        KeywordRule.ALL.stream().map(KeywordRule::keyword),
                        Stream.of(
                                "type",
                                "enum",
                                "const",
                                "maximum",
                                "minimum",
                                "exclusiveMaximum",
                                "exclusiveMinimum",
                                "additionalProperties",
                                "unevaluatedProperties",
                                "dependentRequired",
                                "oneOf",
                                "anyOf",
                                "allOf",
                                "not",
                                "contains",
                                "discriminator",
                                "default",
                                "readOnly",
                                "writeOnly"))
                .toList();
    }

    static void compare(PartComparison pair) {
        if (areSame(pair.before(), pair.after())) {
            return;
        } else if (pair.before().isImpossible() || pair.after().isImpossible()) {
            impossible(pair);
            return;
        }
        TypeRule.compare(pair);
        MemberRule.compare(pair);
        KeywordRule.ALL.forEach(rule -> rule.compare(pair));
        NumberRule.MAXIMUM.compare(pair);
        NumberRule.MINIMUM.compare(pair);
        ObjectRule.compare(pair);
        ArrayRule.compare(pair);
        not(pair);
        DiscriminatorRule.compare(pair);
        byDefault(pair);
        extensions(pair);
        deprecation(pair);
        if (pair.judgement().isXml()) {
            XmlRule.compare(pair);
        }
        WholeRule.compare(pair);
    }

    /** Returns whether both are the same simple schema: a quick test, which holds for most schemas. */
    private static boolean areSame(Conjunction before, Conjunction after) {
        return before.isSince31() == after.isSince31()
                && before.isImpossible() == after.isImpossible()
                && before.parts().size() == 1
                && isFlat(before.parts().get(0))
                && before.parts().equals(after.parts());
    }

    private static boolean isFlat(JsonNode part) {
        for (JsonNode member : part) {
            if (member.isObject()
                    || member.isArray() && !member.isEmpty() && member.get(0).isContainerNode()) {
                return false;
            }
        }
        return true;
    }

    private static void impossible(PartComparison pair) {
        if (!pair.before().isImpossible()) {
            pair.report("type", Direction.NARROWER, "no value allowed any more");
        } else if (!pair.after().isImpossible()) {
            pair.report("type", Direction.WIDER, "allowed, where no value was");
        }
    }

    /** Compares the schemas in {@code not}: the more they match, the less is allowed. */
    private static void not(PartComparison pair) {
        List<JsonNode> old = new ArrayList<>(pair.before().values("not"));
        List<JsonNode> now = new ArrayList<>(pair.after().values("not"));
        for (int i = 0; i < Math.min(old.size(), now.size()); i++) {
            pair.compareInner(
                    "(not)",
                    List.of(old.get(i)),
                    List.of(now.get(i)),
                    pair.judgement().insideNot());
        }
        now.stream()
                .skip(old.size())
                .forEach(schema -> pair.report("not", Direction.NARROWER, "not " + schema + " added"));
        old.stream()
                .skip(now.size())
                .forEach(schema -> pair.report("not", Direction.WIDER, "not " + schema + " dropped"));
    }

    /** Compares the defaults of values that consumers write: those who omit a value rely on its default. */
    private static void byDefault(PartComparison pair) {
        if (pair.judgement().writer() == Writer.CONSUMER) {
            KeywordComparison.any()
                    .compare(pair.before().values("default"), pair.after().values("default"))
                    .ifPresent(change -> pair.report("default", change.direction(), "default " + change.words()));
        }
    }

    private static void extensions(PartComparison pair) {
        TreeSet<String> names = new TreeSet<>();
        Stream.of(pair.before(), pair.after())
                .flatMap(one -> one.parts().stream())
                .forEach(part -> part.fieldNames().forEachRemaining(names::add));
        names.stream().flatMap(name -> KeywordRule.ofExtension(name).stream()).forEach(rule -> rule.compare(pair));
    }

    private static void deprecation(PartComparison pair) {
        boolean was = pair.before().flag("deprecated");
        if (was != pair.after().flag("deprecated")) {
            pair.report("", "deprecated", Effect.ADDITION, was ? "no longer deprecated" : "deprecated", "deprecated");
        }
    }
}
