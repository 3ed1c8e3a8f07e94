package dev.remoteassistance.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Judgement;
import dev.remoteassistance.contract.difference.LocalDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Two versions of a schema, or of schemas that must all match, under one judgement. */
final class SchemaPair {

    private final int number;
    private final List<JsonNode> before;
    private final List<JsonNode> after;
    private final Judgement judgement;
    private final List<ConjunctionPair> parents = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<LocalDifference> differences = new ArrayList<>();
    private ConjunctionPair.Edge[] differentEdges;
    private int[] differentNumbers;
    private List<LocalDifference> reported;
    private boolean isDifferent;
    private boolean isBroken;

    SchemaPair(int number, List<JsonNode> before, List<JsonNode> after, Judgement judgement) {
        this.number = number;
        this.before = before;
        this.after = after;
        this.judgement = judgement;
    }

    /** Returns the number of the pair in its comparison, from zero. */
    int number() {
        return number;
    }

    List<JsonNode> before() {
        return before;
    }

    List<JsonNode> after() {
        return after;
    }

    Judgement judgement() {
        return judgement;
    }

    /** The pairs of larger schemas that contain this one. */
    List<ConjunctionPair> parents() {
        return parents;
    }

    /** One choice for each alternative that the other version must allow too. */
    List<Choice> choices() {
        return choices;
    }

    /** Changes of the alternatives themselves. */
    List<LocalDifference> differences() {
        return differences;
    }

    /** Returns the inner pairs that differ; call it only after all pairs are compared. */
    ConjunctionPair.Edge[] differentEdges() {
        if (differentEdges == null) {
            differentEdges = choices.stream()
                    .map(Choice::shown)
                    .filter(shown -> shown != null && shown.isDifferent())
                    .flatMap(shown -> shown.edges().stream())
                    .filter(edge -> edge.pair().isDifferent())
                    .distinct()
                    .toArray(ConjunctionPair.Edge[]::new);
        }
        return differentEdges;
    }

    /**
     * Returns the numbers of the pairs at the {@link #differentEdges()}. The report of a large contract needs no more of most edges.
     */
    int[] differentNumbers() {
        if (differentNumbers == null) {
            differentNumbers = Stream.of(differentEdges())
                    .mapToInt(edge -> edge.pair().number())
                    .toArray();
        }
        return differentNumbers;
    }

    /** Returns what differs here, as a report words it; asks the report once. */
    List<LocalDifference> reported(Function<SchemaPair, List<LocalDifference>> report) {
        if (reported == null) {
            reported = report.apply(this);
        }
        return reported;
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

    boolean isBroken() {
        return isBroken;
    }

    /** Marks a break here or below; returns false if the pair was marked already. */
    boolean markBroken() {
        boolean isNew = !isBroken;
        isBroken = true;
        return isNew;
    }
}
