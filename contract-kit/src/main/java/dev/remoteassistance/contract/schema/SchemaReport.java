package dev.remoteassistance.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.difference.Difference.Effect;
import dev.remoteassistance.contract.difference.Origin;
import dev.remoteassistance.contract.difference.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports the differences in one body, parameter or header, the outermost places first. */
final class SchemaReport {

    /** One body may use a schema at very many places; each change is reported at the first of them. */
    private static final int MAX_PLACES = 4;
    /**
     * Steps in one body after which each schema is visited only once, so that its changes are reported at one place.
     */
    private static final int MANY_STEPS = 1_000;

    /** The path to a pair; its names are joined only where something differs. */
    private record Step(SchemaPair pair, Step from, String name) {

        String below() {
            Deque<String> names = new ArrayDeque<>();
            for (Step step = this; step != null; step = step.from()) {
                if (!step.name().isEmpty()) {
                    names.push(step.name());
                }
            }
            return String.join("/", names);
        }

        /** Returns whether the path contains a pair; searches only its last steps, since nobody reads deeper places. */
        boolean isWithin(SchemaPair other) {
            Step step = this;
            for (int i = 0; step != null && i < 100; i++) {
                if (step.pair() == other) {
                    return true;
                }
                step = step.from();
            }
            return false;
        }
    }

    /** A difference at its place below a body. */
    private record Found(String below, LocalDifference difference) {}

    private final Schemas before;
    private final Schemas after;
    private final Map<SchemaPair, List<LocalDifference>> differences = new IdentityHashMap<>();
    private final Map<SchemaPair, List<Found>> bodies = new IdentityHashMap<>();

    SchemaReport(Schemas before, Schemas after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Reports the differences of a schema at a place; keeps them, because many operations may use the schema.
     *
     * @param pairs how many pairs have been compared
     */
    void write(SchemaPair root, int pairs, Place place, Consumer<Difference> found) {
        bodies.computeIfAbsent(root, schema -> found(schema, pairs))
                .forEach(one ->
                        found.accept(one.difference().at(one.below().isEmpty() ? place : place.below(one.below()))));
    }

    private List<Found> found(SchemaPair root, int pairs) {
        List<Found> found = new ArrayList<>();
        byte[] visits = new byte[pairs];
        Deque<Step> waiting = new ArrayDeque<>();
        waiting.add(new Step(root, null, ""));
        int steps = 0;
        while (!waiting.isEmpty()) {
            Step step = waiting.poll();
            List<LocalDifference> here = differences.computeIfAbsent(
                    step.pair(), pair -> differences(pair).distinct().toList());
            if (!here.isEmpty()) {
                String below = step.below();
                here.forEach(difference -> found.add(new Found(below, difference)));
            }
            int places = steps++ < MANY_STEPS ? MAX_PLACES : 1;
            for (ConjunctionPair.Edge edge : step.pair().ways()) {
                int number = edge.pair().number();
                if (visits[number] < places && !step.isWithin(edge.pair())) {
                    visits[number]++;
                    waiting.add(new Step(edge.pair(), step, edge.below()));
                }
            }
        }
        return found;
    }

    private Stream<LocalDifference> differences(SchemaPair pair) {
        return Stream.of(
                        pair.differences().stream(),
                        pair.choices().stream()
                                .flatMap(choice -> choice.shown() == null
                                        ? Stream.of(unfulfilled(choice))
                                        : choice.shown().differences().stream()),
                        others(pair))
                .flatMap(all -> all);
    }

    /** Returns the difference for an alternative without a match: it is gone, or new and unexpected. */
    private LocalDifference unfulfilled(Choice choice) {
        Alternative source = choice.source();
        boolean keepsOld = choice.pair().judgement().keepsOld();
        if (!source.label().isEmpty()) {
            return alternative(source, keepsOld, Effect.BREAK);
        }
        String keyword = (keepsOld
                        ? after.alternatives(choice.pair().after())
                        : before.alternatives(choice.pair().before()))
                .get(0)
                .keyword();
        String words = keepsOld
                ? keyword + " added, and no alternative allows all that was allowed"
                : keyword + " dropped, and no alternative allowed all that is allowed";
        return new LocalDifference(
                "",
                keyword,
                words,
                Effect.BREAK,
                keepsOld ? origin(source) : Origin.NONE,
                keepsOld ? Origin.NONE : origin(source));
    }

    /** Returns additions for the other version's alternatives that no choice ended at. */
    private Stream<LocalDifference> others(SchemaPair pair) {
        boolean keepsOld = pair.judgement().keepsOld();
        List<Alternative> targets = keepsOld ? after.alternatives(pair.after()) : before.alternatives(pair.before());
        if (targets.size() < 2) {
            return Stream.empty();
        }
        Set<Conjunction> met = pair.choices().stream()
                .map(Choice::shown)
                .filter(shown -> shown != null)
                .map(shown -> keepsOld ? shown.after() : shown.before())
                .collect(Collectors.toSet());
        return targets.stream()
                .filter(target -> !met.contains(target.conjunction()))
                .map(target -> alternative(target, !keepsOld, Effect.ADDITION));
    }

    private static LocalDifference alternative(Alternative alternative, boolean isLost, Effect effect) {
        return new LocalDifference(
                "",
                alternative.keyword(),
                alternative.keyword() + (isLost ? " lost " : " got ") + alternative.label(),
                effect,
                isLost ? origin(alternative) : Origin.NONE,
                isLost ? Origin.NONE : origin(alternative));
    }

    private static Origin origin(Alternative alternative) {
        List<JsonNode> parts = alternative.conjunction().parts();
        return parts.isEmpty() ? Origin.NONE : Origin.of(parts.get(parts.size() - 1));
    }
}
