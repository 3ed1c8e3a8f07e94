package dev.remoteassistance.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Judgement;
import dev.remoteassistance.contract.schema.part.Alternative;
import dev.remoteassistance.contract.schema.part.Conjunction;
import dev.remoteassistance.contract.schema.part.Schemas;
import dev.remoteassistance.contract.schema.part.ValueType;
import dev.remoteassistance.contract.spec.read.RefusedContractException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pairs of schemas that a comparison has reached, each of them once. */
final class SchemaPairs {

    /** More pairs would fill the memory. No public contract comes near this number. */
    private static final int MAX_PAIRS = 1_000_000;

    private record Key(int before, int after, Judgement judgement) {}

    private final Schemas before;
    private final Schemas after;
    private final Map<Key, SchemaPair> pairs = new HashMap<>();
    private final Map<Key, ConjunctionPair> conjunctions = new HashMap<>();
    private final Deque<SchemaPair> unexpanded = new ArrayDeque<>();

    SchemaPairs(Schemas before, Schemas after) {
        this.before = before;
        this.after = after;
    }

    int size() {
        return pairs.size();
    }

    /** Returns the pair of two schemas. Each version may be a list of schemas that must all allow a value. */
    SchemaPair of(List<JsonNode> old, List<JsonNode> now, Judgement judgement) {
        Key key = new Key(before.id(old), after.id(now), judgement);
        SchemaPair known = pairs.get(key);
        if (known == null) {
            if (pairs.size() >= MAX_PAIRS) {
                throw new RefusedContractException(
                        before.document().name(), "more than " + MAX_PAIRS + " pairs of schemas to compare");
            }
            known = new SchemaPair(pairs.size(), old, now, judgement);
            pairs.put(key, known);
            unexpanded.add(known);
        }
        return known;
    }

    /** Returns the pair of an alternative and an alternative of the other version, in which it may lie. */
    ConjunctionPair of(Choice choice, Alternative target) {
        Judgement judgement = choice.pair().judgement();
        Conjunction source = choice.source().conjunction();
        Conjunction old = judgement.keepsOld() ? source : target.conjunction();
        Conjunction now = judgement.keepsOld() ? target.conjunction() : source;
        return conjunctions.computeIfAbsent(
                new Key(old.id(), now.id(), judgement), key -> new ConjunctionPair(old, now, judgement));
    }

    /** Returns a pair whose schemas have not been compared yet; null if there is none. */
    SchemaPair nextUnexpanded() {
        return unexpanded.poll();
    }

    List<Alternative> before(SchemaPair pair) {
        return before.alternatives(pair.before());
    }

    List<Alternative> after(SchemaPair pair) {
        return after.alternatives(pair.after());
    }

    /** The alternatives that must each lie within one of the {@link #targets}. */
    List<Alternative> sources(SchemaPair pair) {
        return pair.judgement().keepsOld() ? before(pair) : after(pair);
    }

    List<Alternative> targets(SchemaPair pair) {
        return pair.judgement().keepsOld() ? after(pair) : before(pair);
    }

    /** Returns the choice's alternative, limited to values of one type. */
    Alternative narrowed(Choice choice, ValueType type) {
        Schemas schemas = choice.pair().judgement().keepsOld() ? before : after;
        Alternative source = choice.source();
        return new Alternative(source.keyword(), source.label(), schemas.narrowed(source.conjunction(), type));
    }
}
