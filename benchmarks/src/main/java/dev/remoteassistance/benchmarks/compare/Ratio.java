package dev.remoteassistance.benchmarks.compare;

import dev.remoteassistance.benchmarks.subject.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The ratio of two targets' figures. Each round is compared with the same round, which had the same conditions.
 *
 * @param title name of the figure and of both targets
 * @param value the first target's figure divided by the second's
 */
record Ratio(String title, Spread value) {

    private static final Map<Target, Target> EARLIER = new TreeMap<>(Map.of(
            Target.SQLITE,
            Target.OLD_SQLITE,
            Target.POSTGRES,
            Target.OLD_POSTGRES,
            Target.NO_STORE,
            Target.OLD_NO_STORE));
    private static final Map<Target, Target> SAME_WITH_G1 =
            new TreeMap<>(Map.of(Target.SQLITE_SERIAL, Target.SQLITE, Target.POSTGRES_SERIAL, Target.POSTGRES));

    /** Returns the most telling ratios of the targets that were measured. */
    static List<Ratio> of(List<TargetFigures> figures, int connections) {
        List<Ratio> ratios = new ArrayList<>();
        for (Target ours : List.of(Target.POSTGRES, Target.SQLITE, Target.POSTGRES_SERIAL, Target.SQLITE_SERIAL)) {
            for (Target peer : List.of(Target.SPRING_BOOT, Target.QUARKUS)) {
                both(figures, ours, peer).ifPresent(pair -> ratios.addAll(pair.withPeer(connections)));
            }
        }
        EARLIER.forEach(
                (ours, old) -> both(figures, ours, old).ifPresent(pair -> ratios.addAll(pair.withPeer(connections))));
        SAME_WITH_G1.forEach((serial, other) ->
                both(figures, serial, other).ifPresent(pair -> ratios.addAll(pair.withPeer(connections))));
        for (Target durable : List.of(Target.SQLITE, Target.POSTGRES)) {
            both(figures, durable, Target.NO_STORE).ifPresent(pair -> ratios.add(pair.rate(connections)));
        }
        both(figures, Target.NO_STORE, Target.BARE).ifPresent(pair -> ratios.add(pair.rate(connections)));
        both(figures, Target.SQLITE, Target.SQLITE_UNCACHED).ifPresent(pair -> ratios.add(pair.rate(connections)));
        return ratios;
    }

    private static Optional<Pair> both(List<TargetFigures> figures, Target first, Target second) {
        return find(figures, first).flatMap(one -> find(figures, second).map(other -> new Pair(one, other)));
    }

    private static Optional<TargetFigures> find(List<TargetFigures> figures, Target target) {
        return figures.stream()
                .filter(candidate -> candidate.target() == target)
                .findFirst();
    }

    private record Pair(TargetFigures first, TargetFigures second) {

        List<Ratio> withPeer(int connections) {
            return List.of(
                    rate(connections),
                    ofRounds("p99", connections, Measurement::p99Millis),
                    ofRounds("CPU per request", connections, Measurement::cpuMicros),
                    ofOne(
                            "start-up",
                            first.startUpSeconds().median()
                                    / second.startUpSeconds().median()),
                    ofOne(
                            "start-up with class archives",
                            first.archivedStartUpSeconds().median()
                                    / second.archivedStartUpSeconds().median()),
                    ofOne("memory", first.residentMegabytes() / second.residentMegabytes()));
        }

        Ratio rate(int connections) {
            return ofRounds("requests/s", connections, Measurement::rate);
        }

        private Ratio ofRounds(String what, int connections, ToDoubleFunction<Measurement> figure) {
            List<Measurement> ones = first.rounds(connections);
            List<Measurement> others = second.rounds(connections);
            return new Ratio(
                    title(what),
                    Spread.of(IntStream.range(0, ones.size())
                            .mapToObj(round ->
                                    figure.applyAsDouble(ones.get(round)) / figure.applyAsDouble(others.get(round)))
                            .toList()));
        }

        private Ratio ofOne(String what, double value) {
            return new Ratio(title(what), Spread.of(List.of(value)));
        }

        private String title(String what) {
            return "%s: %s / %s"
                    .formatted(what, first.target().title(), second.target().title());
        }
    }
}
