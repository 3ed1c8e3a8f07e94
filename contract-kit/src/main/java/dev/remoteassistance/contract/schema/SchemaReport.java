package dev.remoteassistance.contract.schema;

import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.difference.LocalDifference;
import dev.remoteassistance.contract.difference.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Names the differences below one body, parameter or header, the nearest places first. */
final class SchemaReport {

    /** A schema may be used at very many places of one body; each change is named at the first of them. */
    private static final int MAX_PLACES = 4;
    /** Steps below one body after which each schema is visited once, so that its changes are named at one place. */
    private static final int MANY_STEPS = 1_000;

    /** The way to a pair; its names are put together only where something differs. */
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

        /** Whether the way went through a pair; not looked for in depths where nobody reads on. */
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

    private final SchemaPairs pairs;
    private final AlternativeReport alternatives;
    private final Map<SchemaPair, List<LocalDifference>> differences = new IdentityHashMap<>();
    private final Map<SchemaPair, List<Found>> bodies = new IdentityHashMap<>();

    SchemaReport(SchemaPairs pairs) {
        this.pairs = pairs;
        alternatives = new AlternativeReport(pairs);
    }

    /** Names what differs in a schema that stands at a place; many operations may have it there. */
    void write(SchemaPair root, Place place, Consumer<Difference> found) {
        bodies.computeIfAbsent(root, this::found)
                .forEach(one ->
                        found.accept(one.difference().at(one.below().isEmpty() ? place : place.below(one.below()))));
    }

    private List<Found> found(SchemaPair root) {
        List<Found> found = new ArrayList<>();
        byte[] visits = new byte[pairs.size()];
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
                                        ? Stream.of(alternatives.unfulfilled(choice))
                                        : choice.shown().differences().stream()),
                        alternatives.others(pair))
                .flatMap(all -> all);
    }
}
