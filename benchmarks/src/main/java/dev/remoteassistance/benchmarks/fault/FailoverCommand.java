package dev.remoteassistance.benchmarks.fault;

import dev.remoteassistance.benchmarks.fault.report.AnswerJournal;
import dev.remoteassistance.benchmarks.fault.report.ReportLedger;
import dev.remoteassistance.benchmarks.fault.report.ReportLoad;
import dev.remoteassistance.benchmarks.fault.report.Verdict;
import dev.remoteassistance.benchmarks.fault.store.ReplicatedStore;
import dev.remoteassistance.benchmarks.postgres.PostgresPair;
import dev.remoteassistance.benchmarks.process.Deadline;
import dev.remoteassistance.benchmarks.testbed.RestartableServer;
import dev.remoteassistance.benchmarks.testbed.TestBed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills the primary database under load, and promotes its standby. */
@Command(
        name = "failover",
        description = {
            "Kills the primary of two PostgreSQL under load and promotes its synchronous standby, again and again.",
            "The server knows both hosts. Promises: every acknowledged report is stored once; only 204 and 503 with",
            "Retry-After and Graph's error body; reports are taken again within 30 s, and nobody does anything to the server."
        })
final class FailoverCommand extends FaultOptions {

    /** Minimum number of reports acknowledged between two kills: a kill without load would show nothing. */
    private static final int UNDER_LOAD = 1_000;

    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @Option(names = "--times", description = "How often; ${DEFAULT-VALUE} by default.")
    private int times = 5;

    @Option(names = "--callers", description = "How many post reports; ${DEFAULT-VALUE} by default.")
    private int callers = 16;

    @Option(
            names = "--asynchronous",
            hidden = true,
            description = "Has the primary acknowledge what the standby does not have: the run has to fail.")
    private boolean asynchronous;

    @Override
    void check() {
        require(times > 0 && times <= 100, "--times");
        require(callers > 0 && callers <= 100, "--callers");
    }

    @Override
    Verdict run(TestBed bed) {
        Verdict verdict = new Verdict("fault failover, %d times, %d callers".formatted(times, callers));
        ReplicatedStore store = bed.keep(ReplicatedStore.create(bed.folder()));
        PostgresPair pair = store.pair();
        pair.addStandby();
        RestartableServer server = server(bed, "server", store);
        server.start();
        ReportLedger ledger = new ReportLedger();
        AnswerJournal journal = new AnswerJournal();
        List<Duration> recoveries = new ArrayList<>();
        try (ReportLoad load = ReportLoad.start(List.of(server), bed.issuer().tokens(callers), ledger, journal)) {
            for (int number = 1; number <= times; number++) {
                load.awaitReports(UNDER_LOAD);
                if (!pair.isSynchronous()) {
                    verdict.broken("before failover %d the standby was not synchronous".formatted(number));
                }
                recoveries.add(failOver(pair, journal));
                progress(
                        "failover %d: %d acknowledged, reports taken again after %d ms",
                        number, journal.stored(), recoveries.get(number - 1).toMillis());
                pair.addStandby();
            }
            load.awaitReports(UNDER_LOAD);
        }
        server.terminate();

        audit(bed, store, ledger, verdict);
        journal.judgeUninterrupted(verdict, LONGEST);
        Duration longest = recoveries.stream().max(Duration::compareTo).orElseThrow();
        verdict.fact("longest time from the kill to the next 204", longest.toMillis() + " ms");
        if (longest.compareTo(RECOVERY) > 0) {
            verdict.broken("reports were taken again after %d ms only".formatted(longest.toMillis()));
        }
        return verdict;
    }

    private Duration failOver(PostgresPair pair, AnswerJournal journal) {
        if (asynchronous) {
            pair.cutOffStandby();
            Deadline.sleep(Duration.ofSeconds(1));
        }
        long start = System.nanoTime();
        pair.failOver();
        long stored = journal.stored();
        new Deadline(RECOVERY.multipliedBy(2)).await(() -> journal.stored() > stored, "no report is taken any more");
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
