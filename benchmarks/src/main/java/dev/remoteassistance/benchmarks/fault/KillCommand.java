package dev.remoteassistance.benchmarks.fault;

import dev.remoteassistance.benchmarks.fault.report.AnswerJournal;
import dev.remoteassistance.benchmarks.fault.report.ReportLedger;
import dev.remoteassistance.benchmarks.fault.report.ReportLoad;
import dev.remoteassistance.benchmarks.fault.report.Verdict;
import dev.remoteassistance.benchmarks.fault.store.FaultStore;
import dev.remoteassistance.benchmarks.fault.store.StoreName;
import dev.remoteassistance.benchmarks.postgres.PostgresServer;
import dev.remoteassistance.benchmarks.postgres.StopMode;
import dev.remoteassistance.benchmarks.process.Deadline;
import dev.remoteassistance.benchmarks.testbed.RestartableServer;
import dev.remoteassistance.benchmarks.testbed.TestBed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills the server, and the database with it, again and again: for a process, this is like a power cut. */
@Command(
        name = "kill",
        description = {
            "Kills the server (SIGKILL) under load, again and again on the same store, and every other time PostgreSQL with it.",
            "Promises: every acknowledged report is stored once, the database is whole, and the server starts again by itself."
        })
final class KillCommand extends FaultOptions {

    private static final int LONGEST_MILLIS = 1_500;
    /** Minimum of acknowledged reports between two kills: a kill without load would show nothing. */
    private static final int UNDER_LOAD = 1_000;

    @Option(names = "--store", required = true, description = "${COMPLETION-CANDIDATES}")
    private StoreName storeName;

    @Option(names = "--times", description = "How often; ${DEFAULT-VALUE} by default.")
    private int times = 20;

    @Option(names = "--callers", description = "How many post reports; ${DEFAULT-VALUE} by default.")
    private int callers = 32;

    @Override
    void check() {
        require(times > 0 && times <= 1_000, "--times");
        require(callers > 0 && callers <= 200, "--callers");
    }

    @Override
    Verdict run(TestBed bed) {
        Verdict verdict = new Verdict("fault kill on %s, %d times, %d callers".formatted(storeName, times, callers));
        FaultStore store = storeName.open(bed, bed.folder());
        RestartableServer server = server(bed, "server", store);
        ReportLedger ledger = new ReportLedger();
        AnswerJournal journal = new AnswerJournal();
        List<Duration> starts = new ArrayList<>(List.of(server.start()));
        int databaseKills = 0;
        try (ReportLoad load = ReportLoad.start(List.of(server), bed.issuer().tokens(callers), ledger, journal)) {
            for (int number = 1; number <= times; number++) {
                load.awaitReports(UNDER_LOAD);
                Deadline.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextInt(LONGEST_MILLIS)));
                Optional<PostgresServer> database = number % 2 == 0 ? store.postgres() : Optional.empty();
                StopMode mode = number % 4 == 0 ? StopMode.KILL : StopMode.IMMEDIATE;
                database.ifPresent(postgres -> postgres.stop(mode));
                server.kill();
                database.ifPresent(PostgresServer::start);
                databaseKills += database.isPresent() ? 1 : 0;
                starts.add(server.start());
                progress(
                        "kill %d%s: %d acknowledged before, ready again after %d ms",
                        number,
                        database.isPresent() ? " with PostgreSQL (" + mode + ")" : "",
                        ledger.acknowledged().size(),
                        starts.get(number).toMillis());
            }
            load.awaitReports(1);
        }
        server.terminate();

        audit(bed, store, ledger, verdict);
        journal.judge(verdict);
        verdict.fact("kills of the server", times);
        verdict.fact("kills of the database", databaseKills);
        starts.sort(Duration::compareTo);
        verdict.fact(
                "start to ready",
                "median %d ms, longest %d ms"
                        .formatted(
                                starts.get(starts.size() / 2).toMillis(),
                                starts.get(starts.size() - 1).toMillis()));
        return verdict;
    }
}
