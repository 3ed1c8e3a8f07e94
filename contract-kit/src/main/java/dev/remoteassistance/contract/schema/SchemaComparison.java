package dev.remoteassistance.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.difference.Judgement;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.read.RefusedContractException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares schemas of two versions of a contract. A schema is a set of alternatives. Each alternative of the baseline
 * must lie within one of the revision's, or the other way round, as the judgement says. Each pair of schemas is
 * compared once. A pair that contains itself counts as compatible until a part of it breaks.
 */
public final class SchemaComparison {

    /** Limits the memory for pairs; no public contract comes near it. */
    private static final int MAX_PAIRS = 3_000_000;

    private record Key(int before, int after, Judgement judgement) {}

    private final Schemas before;
    private final Schemas after;
    private final SchemaReport report;
    private final Map<Key, SchemaPair> pairs = new HashMap<>();
    private final Map<Key, ConjunctionPair> conjunctions = new HashMap<>();
    private final Deque<SchemaPair> unexpanded = new ArrayDeque<>();
    private final Deque<ConjunctionPair> broken = new ArrayDeque<>();
    private final Deque<ConjunctionPair> different = new ArrayDeque<>();

    /** A comparison of the schemas of two documents. */
    public SchemaComparison(ContractDocument before, ContractDocument after) {
        this.before = new Schemas(before);
        this.after = new Schemas(after);
        report = new SchemaReport(this.before, this.after);
    }

    /** Compares lists of schemas that a value must all match; an empty list or a missing schema allows everything. */
    public void compare(
            Place place, List<JsonNode> old, List<JsonNode> now, Judgement judgement, Consumer<Difference> found) {
        SchemaPair root = settled(old, now, judgement);
        if (root.isDifferent()) {
            report.write(root, pairs.size(), place, found);
        }
    }

    /** Compares two schemas; one that is missing allows everything. */
    public void compare(Place place, JsonNode old, JsonNode now, Judgement judgement, Consumer<Difference> found) {
        compare(place, List.of(old), List.of(now), judgement, found);
    }

    private SchemaPair settled(List<JsonNode> old, List<JsonNode> now, Judgement judgement) {
        SchemaPair root = pair(old, now, judgement);
        while (true) {
            if (!broken.isEmpty()) {
                spreadBreak(broken.poll());
            } else if (!different.isEmpty()) {
                spreadDifference(different.poll());
            } else if (!unexpanded.isEmpty()) {
                expand(unexpanded.poll());
            } else {
                return root;
            }
        }
    }

    private SchemaPair pair(List<JsonNode> old, List<JsonNode> now, Judgement judgement) {
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

    private void expand(SchemaPair pair) {
        boolean keepsOld = pair.judgement().keepsOld();
        List<Alternative> old = before.alternatives(pair.before());
        List<Alternative> now = after.alternatives(pair.after());
        if (old.size() != now.size()) {
            markDifferent(pair);
        }
        AlternativeChanges.exclusiveness(pair, old, now).ifPresent(change -> {
            pair.differences().add(change);
            markDifferent(pair);
            if (change.isBreak()) {
                markBroken(pair);
            }
        });
        List<Alternative> sources = keepsOld ? old : now;
        List<Alternative> targets = keepsOld ? now : old;
        for (Alternative source : sources) {
            Optional<Alternative> namesake = AlternativeChanges.namesake(source, targets);
            choose(
                    namesake.isPresent()
                            ? Choice.of(pair, source, namesake.get())
                            : Choice.among(
                                    pair, source, targets, AlternativeChanges.opposite(source, sources, targets)));
        }
    }

    private void choose(Choice choice) {
        choice.pair().choices().add(choice);
        next(choice);
    }

    /** Tries the next alternative; marks the pair as broken if none is left. */
    private void next(Choice choice) {
        SchemaPair pair = choice.pair();
        while (!choice.isExhausted()) {
            Alternative target = choice.next();
            ConjunctionPair tried = conjunctionPair(choice, target);
            tried.parents().add(choice);
            choice.explainBy(target, tried);
            if (!tried.isBroken()) {
                choice.use(tried);
                expand(tried);
                return;
            }
        }
        choice.use(null);
        if (choice.maySplit() && split(choice)) {
            pair.choices().remove(choice);
            return;
        }
        if (choice.shown() != null) {
            expand(choice.shown());
        }
        markDifferent(pair);
        markBroken(pair);
    }

    /**
     * Splits an alternative by type, because values of each type may match another alternative; returns whether it did.
     */
    private boolean split(Choice choice) {
        boolean keepsOld = choice.pair().judgement().keepsOld();
        Schemas schemas = keepsOld ? before : after;
        List<Alternative> targets = keepsOld
                ? after.alternatives(choice.pair().after())
                : before.alternatives(choice.pair().before());
        Conjunction source = choice.source().conjunction();
        if (targets.size() < 2 || source.types().size() < 2 || source.types().size() == ValueType.values().length) {
            return false;
        }
        for (ValueType type : source.types()) {
            Alternative narrowed =
                    new Alternative(choice.source().keyword(), choice.source().label(), schemas.narrowed(source, type));
            choose(Choice.ofType(choice.pair(), narrowed, targets));
        }
        return true;
    }

    private ConjunctionPair conjunctionPair(Choice choice, Alternative target) {
        boolean keepsOld = choice.pair().judgement().keepsOld();
        Conjunction old = (keepsOld ? choice.source() : target).conjunction();
        Conjunction now = (keepsOld ? target : choice.source()).conjunction();
        Judgement judgement = choice.pair().judgement();
        return conjunctions.computeIfAbsent(
                new Key(old.id(), now.id(), judgement), key -> new ConjunctionPair(old, now, judgement));
    }

    private void expand(ConjunctionPair pair) {
        if (!pair.isExpanded()) {
            List<ConjunctionPair.Edge> edges = new ArrayList<>();
            for (ConjunctionPair.Inner inner : pair.inner()) {
                SchemaPair child = pair(inner.before(), inner.after(), inner.judgement());
                child.parents().add(pair);
                edges.add(new ConjunctionPair.Edge(inner.below(), child));
            }
            pair.expand(edges);
        }
        if (pair.isDifferent()
                || pair.edges().stream().anyMatch(edge -> edge.pair().isDifferent())) {
            pair.markDifferent();
            different.add(pair);
        }
        if (pair.edges().stream().anyMatch(edge -> edge.pair().isBroken()) && pair.markBroken()) {
            broken.add(pair);
        }
    }

    private void spreadBreak(ConjunctionPair pair) {
        for (Choice choice : List.copyOf(pair.parents())) {
            if (choice.current() == pair) {
                next(choice);
            }
        }
    }

    private void spreadDifference(ConjunctionPair pair) {
        pair.parents().forEach(choice -> markDifferent(choice.pair()));
    }

    private void markBroken(SchemaPair pair) {
        if (pair.markBroken()) {
            pair.parents().stream().filter(ConjunctionPair::markBroken).forEach(broken::add);
        }
    }

    private void markDifferent(SchemaPair pair) {
        if (pair.markDifferent()) {
            pair.parents().stream().filter(ConjunctionPair::markDifferent).forEach(different::add);
        }
    }
}
