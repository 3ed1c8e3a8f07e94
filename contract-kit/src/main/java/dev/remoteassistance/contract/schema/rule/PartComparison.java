package dev.remoteassistance.contract.schema.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.difference.Judgement;
import dev.remoteassistance.contract.difference.LocalDifference;
import dev.remoteassistance.contract.difference.Origin;
import dev.remoteassistance.contract.schema.part.Conjunction;
import java.util.ArrayList;
import java.util.List;

/** Compares an alternative of the baseline with one of the revision, and lists the inner schemas to compare next. */
public final class PartComparison {

    /**
     * Two versions of an inner schema.
     *
     * @param below where it is; empty for the value itself
     * @param before its schemas in the baseline, which must all allow a value
     * @param after its schemas in the revision, likewise
     * @param judgement how its changes are judged
     */
    public record Inner(String below, List<JsonNode> before, List<JsonNode> after, Judgement judgement) {}

    private final Conjunction before;
    private final Conjunction after;
    private final Judgement judgement;
    private final List<LocalDifference> differences = new ArrayList<>();
    private final List<Inner> inner = new ArrayList<>();

    /** Compares by all rules. */
    public PartComparison(Conjunction before, Conjunction after, Judgement judgement) {
        this.before = before;
        this.after = after;
        this.judgement = judgement;
        SchemaRules.compare(this);
    }

    public Conjunction before() {
        return before;
    }

    public Conjunction after() {
        return after;
    }

    Judgement judgement() {
        return judgement;
    }

    /** What differs in the parts themselves. */
    public List<LocalDifference> differences() {
        return List.copyOf(differences);
    }

    /** The inner schemas, which still have to be compared. */
    public List<Inner> inner() {
        return List.copyOf(inner);
    }

    /** Reports a change of a keyword. */
    void report(String keyword, Direction direction, String words) {
        report("", keyword, Difference.Effect.of(judgement.isBrokenBy(direction)), words, keyword);
    }

    /** Reports a change at a property. */
    void report(String below, String aspect, Direction direction, String words, String keyword) {
        report(below, aspect, Difference.Effect.of(judgement.isBrokenBy(direction)), words, keyword);
    }

    void report(String below, String aspect, Difference.Effect effect, String words, String keyword) {
        differences.add(new LocalDifference(
                below, aspect, words, effect, origin(before, keyword, below), origin(after, keyword, below)));
    }

    /** Has the schemas within compared. */
    void compareInner(String below, List<JsonNode> old, List<JsonNode> now) {
        compareInner(below, old, now, judgement);
    }

    void compareInner(String below, List<JsonNode> old, List<JsonNode> now, Judgement judged) {
        inner.add(new Inner(below, old, now, judged));
    }

    private static Origin origin(Conjunction conjunction, String keyword, String below) {
        JsonNode holder = conjunction.holder(keyword);
        if (keyword.equals("properties")) {
            holder = conjunction.parts().stream()
                    .map(part -> part.path("properties"))
                    .filter(properties -> properties.has(below))
                    .findFirst()
                    .orElse(null);
            return holder == null ? Origin.NONE : new Origin(holder, below);
        }
        return holder != null && holder.has(keyword) ? new Origin(holder, keyword) : Origin.of(holder);
    }
}
