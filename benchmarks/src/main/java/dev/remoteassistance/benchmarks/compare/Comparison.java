package dev.remoteassistance.benchmarks.compare;

import dev.remoteassistance.benchmarks.load.LoadGenerator;
import dev.remoteassistance.benchmarks.load.LoadResult;
import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.subject.FirstReport;
import dev.remoteassistance.benchmarks.subject.RunningTarget;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a comparison: starts all targets, warms them up, measures them in turns, and stops them. */
final class Comparison {

    private static final Duration WARM_UP_SLICE = Duration.ofSeconds(2);

    private final ComparisonPlan plan;
    private final LoadGenerator load;
    private final FirstReport first;
    private final PrintWriter progress;
    private final Map<RunningTarget, TargetFigures> figures = new LinkedHashMap<>();
    private final Map<RunningTarget, Long> acknowledged = new LinkedHashMap<>();

    Comparison(
            ComparisonPlan plan,
            List<RunningTarget> targets,
            LoadGenerator load,
            FirstReport first,
            PrintWriter progress) {
        this.plan = plan;
        this.load = load;
        this.first = first;
        this.progress = progress;
        targets.forEach(target -> figures.put(target, new TargetFigures(target.target())));
    }

    /** Runs the comparison, stops the targets, and returns their figures. */
    List<TargetFigures> run() {
        Map<RunningTarget, Long> emptyBytes = startUp();
        figures.keySet().forEach(this::warmUp);
        for (int round = 1; round <= plan.rounds(); round++) {
            for (int connections : plan.connections()) {
                for (RunningTarget target : figures.keySet()) {
                    measure(target, round, connections);
                }
            }
        }
        figures.forEach((target, measured) -> measured.setResidentBytes(target.residentBytes()));
        emptyBytes.forEach(this::weigh);
        return List.copyOf(figures.values());
    }

    /** Starts each target once to make schema and class archive, then times starts. Returns the empty stores' sizes. */
    private Map<RunningTarget, Long> startUp() {
        Map<RunningTarget, Long> emptyBytes = new LinkedHashMap<>();
        for (RunningTarget target : figures.keySet()) {
            target.prepare(first);
            acknowledged.put(target, 1L);
            emptyBytes.put(target, target.storeBytes());
        }
        for (int start = 1; start <= plan.starts(); start++) {
            for (RunningTarget target : figures.keySet()) {
                target.close();
                Duration archived = target.startFromClassArchive(first);
                target.close();
                Duration plain = target.start(first);
                acknowledged.merge(target, 2L, Long::sum);
                figures.get(target).addArchivedStartUp(archived);
                figures.get(target).addStartUp(plain);
                progress.printf(
                        "start %d, %s: %d ms, %d ms with a class archive%n",
                        start, target.target().key(), plain.toMillis(), archived.toMillis());
            }
        }
        return emptyBytes;
    }

    private void warmUp(RunningTarget target) {
        long answered = 0;
        while (answered < plan.warmUp()) {
            answered += send(target, plan.mostConnections(), WARM_UP_SLICE).requests();
        }
        progress.printf("warm-up, %s: %d requests%n", target.target().key(), answered);
    }

    private void measure(RunningTarget target, int round, int connections) {
        target.settle();
        Duration server = target.serverCpuTime();
        Duration database = target.databaseCpuTime();
        LoadResult result = send(target, connections, plan.time());
        Measurement measurement = new Measurement(
                result,
                target.serverCpuTime().minus(server),
                target.databaseCpuTime().minus(database));
        figures.get(target).addRound(connections, measurement);
        progress.printf(
                "round %d, %d connections, %s: %.0f requests/s, p99 %.2f ms%n",
                round, connections, target.target().key(), measurement.rate(), measurement.p99Millis());
    }

    private LoadResult send(RunningTarget target, int connections, Duration time) {
        LoadResult result = load.run(target.operation(), connections, time);
        acknowledged.merge(target, result.requests(), Long::sum);
        return result;
    }

    /** Stops a target, and checks that every report that it acknowledged is stored. */
    private void weigh(RunningTarget target, long emptyBytes) {
        target.close();
        if (target.isDurable()) {
            long stored = target.storedReports();
            if (stored < acknowledged.get(target)) {
                throw new BenchmarkException("%s has answered %d reports with 204, and stored %d"
                        .formatted(target.target().key(), acknowledged.get(target), stored));
            }
            figures.get(target).setBytesPerReport((target.storeBytes() - emptyBytes) / (double) stored);
        }
    }
}
