package dev.remoteassistance.contract.difference;

/**
 * A change of a schema, without the places that use the schema.
 *
 * @param below the changed property; empty for the schema itself
 */
public record LocalDifference(
        String below, String aspect, String words, Difference.Effect effect, Origin before, Origin after) {

    /** The difference where the schema is used. */
    public Difference at(Place place) {
        return new Difference(below.isEmpty() ? place : place.below(below), aspect, words, effect, before, after);
    }

    /** Whether it breaks those who rely on the contract. */
    public boolean isBreak() {
        return effect == Difference.Effect.BREAK;
    }
}
