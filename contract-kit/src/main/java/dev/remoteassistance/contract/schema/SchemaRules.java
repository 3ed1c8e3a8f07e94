package dev.remoteassistance.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Difference.Effect;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.difference.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All rules for two versions of a schema. */
public final class SchemaRules {

    private SchemaRules() {}

    /** The keywords with a rule of their own, each the first word of what the rule says. */
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

    static void compare(ConjunctionPair pair) {
        if (pair.before().isImpossible() || pair.after().isImpossible()) {
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

    private static void impossible(ConjunctionPair pair) {
        if (!pair.before().isImpossible()) {
            pair.report("type", Direction.NARROWER, "no value allowed any more");
        } else if (!pair.after().isImpossible()) {
            pair.report("type", Direction.WIDER, "allowed, where no value was");
        }
    }

    /** What must not be fulfilled: the more it takes, the less is allowed. */
    private static void not(ConjunctionPair pair) {
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

    /** Who leaves a value out relies on what then counts. */
    private static void byDefault(ConjunctionPair pair) {
        if (pair.judgement().writer() == Writer.CONSUMER) {
            KeywordComparison.any()
                    .compare(pair.before().values("default"), pair.after().values("default"))
                    .ifPresent(change -> pair.report("default", change.direction(), "default " + change.words()));
        }
    }

    private static void extensions(ConjunctionPair pair) {
        TreeSet<String> names = new TreeSet<>();
        Stream.of(pair.before(), pair.after())
                .flatMap(one -> one.parts().stream())
                .forEach(part -> part.fieldNames().forEachRemaining(names::add));
        names.stream().flatMap(name -> KeywordRule.ofExtension(name).stream()).forEach(rule -> rule.compare(pair));
    }

    private static void deprecation(ConjunctionPair pair) {
        boolean was = pair.before().flag("deprecated");
        if (was != pair.after().flag("deprecated")) {
            pair.report("", "deprecated", Effect.ADDITION, was ? "no longer deprecated" : "deprecated", "deprecated");
        }
    }
}
