package dev.remoteassistance.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Judgement;
import java.util.ArrayList;
import java.util.List;

/** Two versions of a schema, or of schemas that all count, under one judgement. */
final class SchemaPair {

    private final List<JsonNode> before;
    private final List<JsonNode> after;
    private final Judgement judgement;
    private final List<ConjunctionPair> parents = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<LocalDifference> differences = new ArrayList<>();
    private boolean isDifferent;
    private boolean isBroken;

    SchemaPair(List<JsonNode> before, List<JsonNode> after, Judgement judgement) {
        this.before = before;
        this.after = after;
        this.judgement = judgement;
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

    /** The pairs of larger schemas that this one is within. */
    List<ConjunctionPair> parents() {
        return parents;
    }

    /** One for each way to be valid that the other version has to have as well. */
    List<Choice> choices() {
        return choices;
    }

    /** Changes of the alternatives themselves. */
    List<LocalDifference> differences() {
        return differences;
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

    boolean isBroken() {
        return isBroken;
    }

    /** Says that something breaks here or below; false if that was known. */
    boolean markBroken() {
        boolean isNew = !isBroken;
        isBroken = true;
        return isNew;
    }
}
