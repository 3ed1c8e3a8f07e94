package dev.remoteassistance.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.difference.Judgement;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.schema.part.Alternative;
import dev.remoteassistance.contract.schema.part.Schemas;
import dev.remoteassistance.contract.schema.part.ValueType;
import dev.remoteassistance.contract.schema.rule.PartComparison;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Compares schemas of two versions of a contract. A schema is a set of alternatives. Each alternative of the baseline
 * must lie within one of the revision's, or the other way round, as the judgement says. Each pair of schemas is
 * compared once. A pair that contains itself counts as compatible until a part of it breaks.
 */
public final class SchemaComparison {

    private final SchemaPairs pairs;
    private final SchemaReport report;
    private final PairMarks marks = new PairMarks();

    /** A comparison of the schemas of two documents. */
    public SchemaComparison(ContractDocument before, ContractDocument after) {
        pairs = new SchemaPairs(new Schemas(before), new Schemas(after));
        report = new SchemaReport(pairs);
    }

    /** Compares two schemas; one that is missing allows everything. */
    public void compare(Place place, JsonNode old, JsonNode now, Judgement judgement, Consumer<Difference> found) {
        SchemaPair root = pairs.of(List.of(old), List.of(now), judgement);
        settle();
        if (root.isDifferent()) {
            report.write(root, place, found);
        }
    }

    private void settle() {
        while (true) {
            ConjunctionPair broken = marks.nextBroken();
            if (broken != null) {
                spreadBreak(broken);
            } else if (!marks.spreadDifference()) {
                SchemaPair next = pairs.nextUnexpanded();
                if (next == null) {
                    return;
                }
                expand(next);
            }
        }
    }

    private void expand(SchemaPair pair) {
        if (pairs.before(pair).size() != pairs.after(pair).size()) {
            marks.markDifferent(pair);
        }
        AlternativeChanges.exclusiveness(pair, pairs.before(pair), pairs.after(pair))
                .ifPresent(change -> {
                    pair.differences().add(change);
                    marks.markDifferent(pair);
                    if (change.isBreak()) {
                        marks.markBroken(pair);
                    }
                });
        List<Alternative> sources = pairs.sources(pair);
        List<Alternative> targets = pairs.targets(pair);
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
        while (!choice.isExhausted()) {
            Alternative target = choice.next();
            ConjunctionPair tried = pairs.of(choice, target);
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
            choice.pair().choices().remove(choice);
            return;
        }
        if (choice.shown() != null) {
            expand(choice.shown());
        }
        marks.markDifferent(choice.pair());
        marks.markBroken(choice.pair());
    }

    /**
     * Splits an alternative by type, because values of each type may match another alternative; returns whether it did.
     */
    private boolean split(Choice choice) {
        List<Alternative> targets = pairs.targets(choice.pair());
        Set<ValueType> types = choice.source().conjunction().types();
        if (targets.size() < 2 || types.size() < 2 || types.size() == ValueType.values().length) {
            return false;
        }
        types.forEach(type -> choose(Choice.ofType(choice.pair(), pairs.narrowed(choice, type), targets)));
        return true;
    }

    private void expand(ConjunctionPair pair) {
        if (!pair.isExpanded()) {
            List<ConjunctionPair.Edge> edges = new ArrayList<>();
            for (PartComparison.Inner inner : pair.inner()) {
                SchemaPair child = pairs.of(inner.before(), inner.after(), inner.judgement());
                child.parents().add(pair);
                edges.add(new ConjunctionPair.Edge(inner.below(), child));
            }
            pair.expand(edges);
        }
        marks.markByParts(pair);
    }

    private void spreadBreak(ConjunctionPair pair) {
        for (Choice choice : List.copyOf(pair.parents())) {
            if (choice.current() == pair) {
                next(choice);
            }
        }
    }
}
