package dev.remoteassistance.contract.schema;

import java.util.ArrayDeque;
import java.util.Deque;

/** Marks pairs as broken or different, and keeps those whose choices do not know of it yet. */
final class PairMarks {

    private final Deque<ConjunctionPair> broken = new ArrayDeque<>();
    private final Deque<ConjunctionPair> different = new ArrayDeque<>();

    /** Marks a break, in the larger pairs that contain this one as well. */
    void markBroken(SchemaPair pair) {
        if (pair.markBroken()) {
            pair.parents().stream().filter(ConjunctionPair::markBroken).forEach(broken::add);
        }
    }

    /** Marks a difference, in the larger pairs that contain this one as well. */
    void markDifferent(SchemaPair pair) {
        if (pair.markDifferent()) {
            pair.parents().stream().filter(ConjunctionPair::markDifferent).forEach(different::add);
        }
    }

    /** Marks a pair as its parts are marked. If it was marked as different before, its newest choice does not know. */
    void markByParts(ConjunctionPair pair) {
        if (pair.isDifferent()
                || pair.edges().stream().anyMatch(edge -> edge.pair().isDifferent())) {
            pair.markDifferent();
            different.add(pair);
        }
        if (pair.edges().stream().anyMatch(edge -> edge.pair().isBroken()) && pair.markBroken()) {
            broken.add(pair);
        }
    }

    /** Returns a broken pair; each choice that tried it must try another one. Null if there is none. */
    ConjunctionPair nextBroken() {
        return broken.poll();
    }

    /** Tells the choices of one pair that it differs; returns false if there is no such pair. */
    boolean spreadDifference() {
        ConjunctionPair pair = different.poll();
        if (pair == null) {
            return false;
        }
        pair.parents().forEach(choice -> markDifferent(choice.pair()));
        return true;
    }
}
