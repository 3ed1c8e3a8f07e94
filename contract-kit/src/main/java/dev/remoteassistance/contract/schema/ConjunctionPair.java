package dev.remoteassistance.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.difference.Judgement;
import dev.remoteassistance.contract.difference.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * An alternative of each version, compared under one judgement: their own differences, and the pairs of inner schemas.
 */
final class ConjunctionPair {

    /**
     * Two versions of an inner schema.
     *
     * @param below place within the value; empty for the value itself
     */
    record Inner(String below, List<JsonNode> before, List<JsonNode> after, Judgement judgement) {}

    /** An inner pair and where it is. */
    record Edge(String below, SchemaPair pair) {}

    private final Conjunction before;
    private final Conjunction after;
    private final Judgement judgement;
    private final List<LocalDifference> differences = new ArrayList<>();
    private final List<Inner> inner = new ArrayList<>();
    private final List<Choice> parents = new ArrayList<>();
    private List<Edge> edges;
    private boolean isBroken;
    private boolean isDifferent;

    ConjunctionPair(Conjunction before, Conjunction after, Judgement judgement) {
        this.before = before;
        this.after = after;
        this.judgement = judgement;
        SchemaRules.compare(this);
        isBroken = differences.stream().anyMatch(LocalDifference::isBreak);
        isDifferent = !differences.isEmpty();
    }

    Conjunction before() {
        return before;
    }

    Conjunction after() {
        return after;
    }

    Judgement judgement() {
        return judgement;
    }

    List<LocalDifference> differences() {
        return differences;
    }

    List<Inner> inner() {
        return inner;
    }

    /** The choices that this pair would fit. */
    List<Choice> parents() {
        return parents;
    }

    boolean isExpanded() {
        return edges != null;
    }

    /** Returns the pairs of inner schemas; none before {@link #expand}. */
    List<Edge> edges() {
        return edges == null ? List.of() : edges;
    }

    void expand(List<Edge> found) {
        edges = found;
    }

    boolean isBroken() {
        return isBroken;
    }

    boolean markBroken() {
        boolean isNew = !isBroken;
        isBroken = true;
        return isNew;
    }

    boolean isDifferent() {
        return isDifferent;
    }

    boolean markDifferent() {
        boolean isNew = !isDifferent;
        isDifferent = true;
        return isNew;
    }

    /** Adds a change of a keyword. */
    void report(String keyword, Direction direction, String words) {
        report("", keyword, Difference.Effect.of(judgement.isBrokenBy(direction)), words, keyword);
    }

    /** Adds a change at a property. */
    void report(String below, String aspect, Direction direction, String words, String keyword) {
        report(below, aspect, Difference.Effect.of(judgement.isBrokenBy(direction)), words, keyword);
    }

    void report(String below, String aspect, Difference.Effect effect, String words, String keyword) {
        differences.add(new LocalDifference(
                below, aspect, words, effect, origin(before, keyword, below), origin(after, keyword, below)));
    }

    /** Adds inner schemas to be compared. */
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
