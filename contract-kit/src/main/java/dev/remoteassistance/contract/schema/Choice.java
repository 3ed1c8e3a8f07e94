package dev.remoteassistance.contract.schema;

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
    private final boolean isSplit;
    private ConjunctionPair current;
    private ConjunctionPair counterpart;

    /**
     * A choice among ways.
     *
     * @param twin the one whose differences explain best why nothing fits; null if there is none
     * @param isSplit whether the source is one way, narrowed to one of its types
     */
    Choice(SchemaPair pair, Alternative source, List<Alternative> targets, Alternative twin, boolean isSplit) {
        this.pair = pair;
        this.source = source;
        this.twin = twin;
        this.untried = twin == null
                ? targets.iterator()
                : Stream.concat(Stream.of(twin), targets.stream().filter(target -> target != twin))
                        .iterator();
        this.isSplit = isSplit;
    }

    SchemaPair pair() {
        return pair;
    }

    Alternative source() {
        return source;
    }

    boolean isSplit() {
        return isSplit;
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
