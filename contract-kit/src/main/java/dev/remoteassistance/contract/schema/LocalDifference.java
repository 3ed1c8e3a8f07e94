package dev.remoteassistance.contract.schema;

import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.difference.Origin;
import dev.remoteassistance.contract.difference.Place;

/**
 * A change of a schema, without the places that use the schema.
 *
 * @param below the changed property; empty for the schema itself
 */
record LocalDifference(
        String below, String aspect, String words, Difference.Effect effect, Origin before, Origin after) {

    Difference at(Place place) {
        return new Difference(below.isEmpty() ? place : place.below(below), aspect, words, effect, before, after);
    }

    boolean isBreak() {
        return effect == Difference.Effect.BREAK;
    }
}
