package dev.remoteassistance.benchmarks.compare;

import dev.remoteassistance.benchmarks.subject.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** All figures of one target. */
final class TargetFigures {

    private final Target target;
    private final List<Duration> startUps = new ArrayList<>();
    private final List<Duration> archivedStartUps = new ArrayList<>();
    private final Map<Integer, List<Measurement>> rounds = new TreeMap<>();
    private long residentBytes;
    private OptionalDouble bytesPerReport = OptionalDouble.empty();

    TargetFigures(Target target) {
        this.target = target;
    }

    Target target() {
        return target;
    }

    void addStartUp(Duration time) {
        startUps.add(time);
    }

    /** Adds the time of a start with an archive of the target's classes. */
    void addArchivedStartUp(Duration time) {
        archivedStartUps.add(time);
    }

    void addRound(int connections, Measurement measurement) {
        rounds.computeIfAbsent(connections, number -> new ArrayList<>()).add(measurement);
    }

    void setResidentBytes(long bytes) {
        residentBytes = bytes;
    }

    void setBytesPerReport(double bytes) {
        bytesPerReport = OptionalDouble.of(bytes);
    }

    /** Returns the measurements in the order of the rounds. */
    List<Measurement> rounds(int connections) {
        return List.copyOf(rounds.get(connections));
    }

    /** Returns the number of requests that were answered in all rounds together. */
    long requests() {
        return rounds.values().stream()
                .flatMap(List::stream)
                .mapToLong(measurement -> measurement.load().requests())
                .sum();
    }

    Spread startUpSeconds() {
        return Spread.of(startUps, time -> time.toNanos() / 1e9);
    }

    Spread archivedStartUpSeconds() {
        return Spread.of(archivedStartUps, time -> time.toNanos() / 1e9);
    }

    double residentMegabytes() {
        return residentBytes / 1e6;
    }

    /** Returns the bytes on disk for each report; empty for a target that stores nothing. */
    OptionalDouble bytesPerReport() {
        return bytesPerReport;
    }
}
