package dev.remoteassistance.contract.schema;

import dev.remoteassistance.contract.schema.part.Alternative;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way to be valid that has to be one in the other version as well, and which of the other's ways are tried for it, the
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

    /** A choice that is made: the way has a namesake, which has to be it. */
    static Choice of(SchemaPair pair, Alternative source, Alternative namesake) {
        return new Choice(pair, source, List.of(namesake), namesake, false);
    }

    /**
     * A choice among all ways of the other version.
     *
     * @param twin the one whose differences explain best why nothing fits; null if there is none
     */
    static Choice among(SchemaPair pair, Alternative source, List<Alternative> targets, Alternative twin) {
        return new Choice(pair, source, targets, twin, true);
    }

    /** A choice for a way that was narrowed to one of its types. */
    static Choice ofType(SchemaPair pair, Alternative narrowed, List<Alternative> targets) {
        return new Choice(pair, narrowed, targets, null, false);
    }

    SchemaPair pair() {
        return pair;
    }

    Alternative source() {
        return source;
    }

    /** Whether values of different types may lie within different ways. */
    boolean maySplit() {
        return maySplit;
    }

    boolean isExhausted() {
        return !untried.hasNext();
    }

    Alternative next() {
        return untried.next();
    }

    /** Takes what is tried now; null if nothing is left. */
    void use(ConjunctionPair next) {
        current = next;
    }

    /** Remembers what was tried, if it is the twin's. */
    void explainBy(Alternative target, ConjunctionPair tried) {
        if (target == twin) {
            counterpart = tried;
        }
    }

    ConjunctionPair current() {
        return current;
    }

    /** What the choice comes to, or else the twin that explains why it comes to nothing; null if there is neither. */
    ConjunctionPair shown() {
        return current != null ? current : counterpart;
    }
}
