package dev.remoteassistance.contract.schema;

import dev.remoteassistance.contract.schema.part.Alternative;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An alternative that the other version must allow too, and the other version's alternatives that are tried for it, the
 * likeliest first.
 */
final class Choice {

    private final SchemaPair pair;
    private final Alternative source;
    private final Alternative twin;
    private final Iterator<Alternative> untried;
    private final boolean maySplit;
    private ConjunctionPair current;
    private ConjunctionPair counterpart;

    private Choice(SchemaPair pair, Alternative source, List<Alternative> targets, Alternative twin, boolean maySplit) {
        this.pair = pair;
        this.source = source;
        this.twin = twin;
        this.untried = twin == null
                ? targets.iterator()
                : Stream.concat(Stream.of(twin), targets.stream().filter(target -> target != twin))
                        .iterator();
        this.maySplit = maySplit;
    }

    /** Returns a choice with one option: the alternative's namesake. */
    static Choice of(SchemaPair pair, Alternative source, Alternative namesake) {
        return new Choice(pair, source, List.of(namesake), namesake, false);
    }

    /**
     * Returns a choice among all alternatives of the other version.
     *
     * @param twin the alternative whose differences best explain why none fits; null if there is none
     */
    static Choice among(SchemaPair pair, Alternative source, List<Alternative> targets, Alternative twin) {
        return new Choice(pair, source, targets, twin, true);
    }

    /** Returns a choice for an alternative that was narrowed to one of its types. */
    static Choice ofType(SchemaPair pair, Alternative narrowed, List<Alternative> targets) {
        return new Choice(pair, narrowed, targets, null, false);
    }

    SchemaPair pair() {
        return pair;
    }

    Alternative source() {
        return source;
    }

    /** Returns whether values of different types may match different alternatives. */
    boolean maySplit() {
        return maySplit;
    }

    boolean isExhausted() {
        return !untried.hasNext();
    }

    Alternative next() {
        return untried.next();
    }

    /** Sets the pair that is tried now; null if none is left. */
    void use(ConjunctionPair next) {
        current = next;
    }

    /** Keeps the tried pair as the explanation if its target is the twin. */
    void explainBy(Alternative target, ConjunctionPair tried) {
        if (target == twin) {
            counterpart = tried;
        }
    }

    ConjunctionPair current() {
        return current;
    }

    /**
     * Returns the pair that fits. If none does, returns the twin's pair, which explains why; null if there is no twin.
     */
    ConjunctionPair shown() {
        return current != null ? current : counterpart;
    }
}
