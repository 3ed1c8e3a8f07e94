package dev.remoteassistance.contract.schema;

import dev.remoteassistance.contract.difference.Judgement;
import dev.remoteassistance.contract.difference.LocalDifference;
import dev.remoteassistance.contract.schema.part.Conjunction;
import dev.remoteassistance.contract.schema.rule.PartComparison;
import java.util.ArrayList;
import java.util.List;

/** One way to be valid before and one after, with what the rules say of them and the pairs of the schemas within. */
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

    /** The choices that this pair would satisfy. */
    List<Choice> parents() {
        return parents;
    }

    boolean isExpanded() {
        return edges != null;
    }

    /** The pairs of the schemas within; none before they were looked for. */
    List<Edge> edges() {
        return edges == null ? List.of() : edges;
    }

    void expand(List<Edge> found) {
        edges = found;
    }

    boolean isBroken() {
        return isBroken;
    }

    /** Says that something breaks here or below; false if that was known. */
    boolean markBroken() {
        boolean isNew = !isBroken;
        isBroken = true;
        return isNew;
    }

    boolean isDifferent() {
        return isDifferent;
    }

    /** Says that something differs here or below; false if that was known. */
    boolean markDifferent() {
        boolean isNew = !isDifferent;
        isDifferent = true;
        return isNew;
    }
}
