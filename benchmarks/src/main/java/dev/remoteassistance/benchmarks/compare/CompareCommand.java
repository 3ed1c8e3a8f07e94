package dev.remoteassistance.benchmarks.compare;

import dev.remoteassistance.benchmarks.load.LoadGenerator;
import dev.remoteassistance.benchmarks.process.PostgresAddress;
import dev.remoteassistance.benchmarks.process.PostgresServer;
import dev.remoteassistance.benchmarks.process.TemporaryFolder;
import dev.remoteassistance.benchmarks.process.TokenIssuer;
import dev.remoteassistance.benchmarks.subject.FirstReport;
import dev.remoteassistance.benchmarks.subject.Target;
import dev.remoteassistance.benchmarks.subject.TargetSet;
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
            description =
                    "Which ones; all by default: sqlite, sqlite-uncached, postgres, no-store, bare, spring-boot, quarkus.")
    private List<String> targets =
            Arrays.stream(Target.values()).map(Target::key).toList();

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
        List<Target> chosen = targets.stream().map(Target::of).distinct().toList();
        chosen.forEach(target -> TargetSet.missing(target).ifPresent(reason -> missing.put(target, reason)));
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
                missing,
                progress);
        Files.createDirectories(out.toAbsolutePath().getParent());
        Files.writeString(out, page);
        spec.commandLine().getOut().print(page);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static String measure(ComparisonPlan plan, Map<Target, String> missing, PrintWriter progress) {
        try (TemporaryFolder folder = TemporaryFolder.create();
                TokenIssuer issuer = TokenIssuer.start();
                TargetSet set = TargetSet.prepare(plan.targets(), folder.path(), issuer, plan.javaOptions())) {
            Optional<String> postgres =
                    set.postgres().map(PostgresServer::address).map(PostgresAddress::version);
            LoadGenerator load = new LoadGenerator(folder.path(), issuer.tokens(plan.tokens()));
            List<TargetFigures> figures =
                    new Comparison(plan, set.targets(), load, new FirstReport(issuer.token()), progress).run();
            return new ResultsPage(plan, figures)
                    .markdown(MachineFigures.machine(), MachineFigures.versions(postgres), missing);
        }
    }
}
