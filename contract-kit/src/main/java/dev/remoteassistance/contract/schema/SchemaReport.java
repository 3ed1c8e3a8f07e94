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

    private final SchemaPairs pairs;
    private final AlternativeReport alternatives;
    private final Map<SchemaPair, List<Found>> bodies = new IdentityHashMap<>();

    SchemaReport(SchemaPairs pairs) {
        this.pairs = pairs;
        alternatives = new AlternativeReport(pairs);
    }

    /** Reports what differs in a schema, as differences at this place. Many operations may share the schema. */
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
            List<LocalDifference> here = step.pair().reported(this::differences);
            if (!here.isEmpty()) {
                String below = step.below();
                here.forEach(difference -> found.add(new Found(below, difference)));
            }
            int places = steps++ < MANY_STEPS ? MAX_PLACES : 1;
            int[] numbers = step.pair().differentNumbers();
            for (int i = 0; i < numbers.length; i++) {
                if (visits[numbers[i]] < places) {
                    ConjunctionPair.Edge edge = step.pair().differentEdges()[i];
                    if (!step.isWithin(edge.pair())) {
                        visits[numbers[i]]++;
                        waiting.add(new Step(edge.pair(), step, edge.below()));
                    }
                }
            }
        }
        return found;
    }

    private List<LocalDifference> differences(SchemaPair pair) {
        return Stream.of(
                        pair.differences().stream(),
                        pair.choices().stream()
                                .flatMap(choice -> choice.shown() == null
                                        ? Stream.of(alternatives.unfulfilled(choice))
                                        : choice.shown().differences().stream()),
                        alternatives.others(pair))
                .flatMap(all -> all)
                .distinct()
                .toList();
    }
}
