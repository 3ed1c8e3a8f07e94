package dev.remoteassistance.contract.schema;

import dev.remoteassistance.contract.difference.Judgement;
import dev.remoteassistance.contract.difference.LocalDifference;
import dev.remoteassistance.contract.schema.part.Conjunction;
import dev.remoteassistance.contract.schema.rule.PartComparison;
import java.util.ArrayList;
import java.util.List;

/**
 * An alternative of each version, compared under one judgement: their own differences, and the pairs of inner schemas.
 */
final class ConjunctionPair {

    /** An inner pair and where it is. */
    record Edge(String below, SchemaPair pair) {}

    private final PartComparison parts;
    private final List<LocalDifference> differences;
    private final List<Choice> parents = new ArrayList<>();
    private List<Edge> edges;
    private boolean isBroken;
    private boolean isDifferent;

    ConjunctionPair(Conjunction before, Conjunction after, Judgement judgement) {
        parts = new PartComparison(before, after, judgement);
        differences = parts.differences();
        isBroken = differences.stream().anyMatch(LocalDifference::isBreak);
        isDifferent = !differences.isEmpty();
    }

    Conjunction before() {
        return parts.before();
    }

    Conjunction after() {
        return parts.after();
    }

    List<LocalDifference> differences() {
        return differences;
    }

    List<PartComparison.Inner> inner() {
        return parts.inner();
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

    /** Marks a break here or below; returns false if the pair was marked already. */
    boolean markBroken() {
        boolean isNew = !isBroken;
        isBroken = true;
        return isNew;
    }

    boolean isDifferent() {
        return isDifferent;
    }

    /** Marks a difference here or below; returns false if the pair was marked already. */
    boolean markDifferent() {
        boolean isNew = !isDifferent;
        isDifferent = true;
        return isNew;
    }
}
