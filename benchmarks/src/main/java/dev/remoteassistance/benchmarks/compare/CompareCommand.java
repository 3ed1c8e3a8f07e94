package dev.remoteassistance.benchmarks.compare;

import dev.remoteassistance.benchmarks.load.LoadGenerator;
import dev.remoteassistance.benchmarks.postgres.PostgresAddress;
import dev.remoteassistance.benchmarks.postgres.PostgresServer;
import dev.remoteassistance.benchmarks.subject.EarlierBuild;
import dev.remoteassistance.benchmarks.subject.FirstReport;
import dev.remoteassistance.benchmarks.subject.Target;
import dev.remoteassistance.benchmarks.subject.TargetSet;
import dev.remoteassistance.benchmarks.testbed.TestBed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures servers side by side. */
@Command(
        name = "compare",
        description = {
            "Measures servers side by side, in turns, and writes a page of Markdown.",
            "Needs wrk and, for the targets on PostgreSQL, tar and xz. Nothing else should run on the machine."
        })
public final class CompareCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--targets",
            split = ",",
            paramLabel = "NAME",
            description = {
                "Which ones: sqlite, sqlite-uncached, sqlite-serial, postgres, postgres-serial, no-store, bare,"
                        + " spring-boot, quarkus,",
                "and of an earlier build old-sqlite, old-postgres, old-no-store. All for which there is a jar by"
                        + " default."
            })
    private List<String> targets = List.of();

    @Option(
            names = "--old-jar",
            paramLabel = "FILE",
            description = "The server's runnable jar of an earlier build, to be measured beside this one.")
    private Path oldJar;

    @Option(
            names = "--old-benchmarks",
            paramLabel = "FILE",
            description = "The benchmarks' runnable jar of that build, which has its server without a store.")
    private Path oldBenchmarks;

    @Option(names = "--rounds", description = "How often each is measured; ${DEFAULT-VALUE} by default.")
    private int rounds = 3;

    @Option(names = "--seconds", description = "How long a measurement takes; ${DEFAULT-VALUE} by default.")
    private int seconds = 10;

    @Option(names = "--connections", split = ",", description = "Numbers of connections; 1,64 by default.")
    private List<Integer> connections = List.of(1, 64);

    @Option(
            names = "--warm-up",
            paramLabel = "REQUESTS",
            description = "Requests that each answers first, at the most connections; ${DEFAULT-VALUE} by default.")
    private long warmUp = 150_000;

    @Option(names = "--starts", description = "How often each start-up is timed; ${DEFAULT-VALUE} by default.")
    private int starts = 3;

    @Option(names = "--tokens", description = "How many different tokens are sent; ${DEFAULT-VALUE} by default.")
    private int tokens = 100;

    @Option(names = "--heap", description = "-Xmx of every server; ${DEFAULT-VALUE} by default.")
    private String heap = "512m";

    @Option(names = "--out", description = "The page; ${DEFAULT-VALUE} by default.")
    private Path out = Path.of("benchmarks", "target", "results.md");

    @Override
    public Integer call() throws IOException {
        PrintWriter progress = spec.commandLine().getErr();
        Map<Target, String> missing = new EnumMap<>(Target.class);
        EarlierBuild earlier = EarlierBuild.of(oldJar, oldBenchmarks);
        List<Target> chosen = chosen(earlier);
        chosen.forEach(target -> TargetSet.missing(target, earlier).ifPresent(reason -> missing.put(target, reason)));
        missing.forEach((target, reason) -> progress.printf("%s: %s%n", target.key(), reason));
        List<Target> present =
                chosen.stream().filter(target -> !missing.containsKey(target)).toList();

        String page = measure(
                new ComparisonPlan(
                        present,
                        connections,
                        rounds,
                        Duration.ofSeconds(seconds),
                        warmUp,
                        starts,
                        tokens,
                        List.of("-Xmx" + heap)),
                earlier,
                missing,
                progress);
        Files.createDirectories(out.toAbsolutePath().getParent());
        Files.writeString(out, page);
        spec.commandLine().getOut().print(page);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private List<Target> chosen(EarlierBuild earlier) {
        if (!targets.isEmpty()) {
            return targets.stream().map(Target::of).distinct().toList();
        }
        return Arrays.stream(Target.values())
                .filter(target -> !target.isEarlier()
                        || TargetSet.missing(target, earlier).isEmpty())
                .toList();
    }

    private static String measure(
            ComparisonPlan plan, EarlierBuild earlier, Map<Target, String> missing, PrintWriter progress) {
        try (TestBed bed = TestBed.create();
                TargetSet set = TargetSet.prepare(plan.targets(), bed, plan.javaOptions(), earlier)) {
            Optional<String> postgres =
                    bed.startedPostgres().map(PostgresServer::address).map(PostgresAddress::version);
            LoadGenerator load = new LoadGenerator(bed.folder(), bed.issuer().tokens(plan.tokens()));
            FirstReport first = new FirstReport(bed.issuer().token());
            List<TargetFigures> figures = new Comparison(plan, set.targets(), load, first, progress).run();
            return new ResultsPage(plan, figures)
                    .markdown(MachineFigures.machine(), MachineFigures.versions(postgres), missing);
        }
    }
}
