package dev.remoteassistance.benchmarks.fault;

import dev.remoteassistance.benchmarks.fault.hostile.Attack;
import dev.remoteassistance.benchmarks.fault.hostile.HostileFigures;
import dev.remoteassistance.benchmarks.fault.hostile.HostileRun;
import dev.remoteassistance.benchmarks.fault.report.Verdict;
import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.process.JavaProgram;
import dev.remoteassistance.benchmarks.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Attacks the server, and measures what an innocent tenant notices. */
@Command(
        name = "hostile",
        description = {
            "Attacks the server while an innocent tenant sends reports, each attack on a server of its own.",
            "Promises: no innocent report is refused or waits for long, the p99 is at most three times that of the same run",
            "without the attack, no memory is lost for good, and no attacker gets 500 or a stack trace into the log.",
            "Needs wrk and a JDK."
        })
final class HostileCommand extends FaultOptions {

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "Which attacks: names, giant-names, handshakes, bombs, slow-bodies, malformed, frozen."
                    + " All by default.")
    private List<String> only = List.of();

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "The server's runnable jar, also of another build; ${DEFAULT-VALUE} by default.")
    private Path jar = JavaProgram.SERVER_JAR;

    @Option(names = "--rounds", description = "How often each is measured; ${DEFAULT-VALUE} by default.")
    private int rounds = 3;

    @Option(names = "--seconds", description = "How long a measurement takes; ${DEFAULT-VALUE} by default.")
    private int seconds = 8;

    @Option(
            names = "--slowdown",
            paramLabel = "TIMES",
            description = "How many times as long the p99 may become; ${DEFAULT-VALUE} by default.")
    private double slowdown = 3;

    @Option(names = "--out", paramLabel = "FILE", description = "Writes the figures there, as a table of Markdown.")
    private Path out;

    @Override
    void check() {
        require(HostileRun.attacks().stream().map(Attack::name).toList().containsAll(only), "--only");
        require(rounds > 0 && rounds <= 20, "--rounds (1 to 20)");
        require(seconds >= 6 && seconds <= 60, "--seconds (6 to 60)");
        require(slowdown >= 1, "--slowdown (at least 1)");
    }

    @Override
    TestBed bed() {
        return TestBed.of(jar);
    }

    @Override
    Verdict run(TestBed bed) {
        Verdict verdict = new Verdict("fault hostile, %d rounds of %d s".formatted(rounds, seconds));
        HostileRun run = new HostileRun(bed, rounds, Duration.ofSeconds(seconds), line -> progress("%s", line));
        String table = HostileRun.attacks().stream()
                .filter(attack -> only.isEmpty() || only.contains(attack.name()))
                .map(attack -> row(run, attack, verdict))
                .collect(Collectors.joining("\n", HostileFigures.TABLE_HEAD, "\n"));
        if (out != null) {
            write(table);
        }
        return verdict;
    }

    private String row(HostileRun run, Attack attack, Verdict verdict) {
        try {
            HostileFigures figures = run.attack(attack, verdict);
            figures.judge(verdict, slowdown);
            return figures.row();
        } catch (BenchmarkException e) {
            // The attack may have killed the server. The other attacks are still run.
            verdict.broken("%s: %s".formatted(attack.name(), e.getMessage()));
            return "| `%s`: %s | the run broke off | | | | | | | |".formatted(attack.name(), attack.description());
        }
    }

    private void write(String table) {
        try {
            Files.writeString(out, table);
        } catch (IOException e) {
            throw new BenchmarkException(out + " cannot be written: " + e.getMessage(), e);
        }
    }
}
