package dev.remoteassistance.benchmarks.fault;

import dev.remoteassistance.benchmarks.fault.report.AnswerJournal;
import dev.remoteassistance.benchmarks.fault.report.ClientLoad;
import dev.remoteassistance.benchmarks.fault.report.CuttingProxy;
import dev.remoteassistance.benchmarks.fault.report.ReportLedger;
import dev.remoteassistance.benchmarks.fault.report.ReportLoad;
import dev.remoteassistance.benchmarks.fault.report.ServerWatch;
import dev.remoteassistance.benchmarks.fault.report.Verdict;
import dev.remoteassistance.benchmarks.fault.store.FaultStore;
import dev.remoteassistance.benchmarks.fault.store.StoreName;
import dev.remoteassistance.benchmarks.postgres.PostgresServer;
import dev.remoteassistance.benchmarks.postgres.StopMode;
import dev.remoteassistance.benchmarks.process.Deadline;
import dev.remoteassistance.benchmarks.testbed.RestartableServer;
import dev.remoteassistance.benchmarks.testbed.TestBed;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops and restarts the database under load. */
@Command(
        name = "outage",
        description = {
            "Stops and starts PostgreSQL under load through several servers that share it.",
            "Promises: meanwhile 503 with Retry-After and Graph's error body, readiness 503, liveness 200, no thread stuck; then",
            "recovery by itself; everything acknowledged is stored once, and our client brings every report home."
        })
final class OutageCommand extends FaultOptions {

    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final Duration UP = Duration.ofSeconds(3);
    /** Minimum of acknowledged reports between two outages. */
    private static final int UNDER_LOAD = 1_000;

    /** Threads that a virtual machine may add by itself, such as compilers and timers. */
    private static final int SPARE_THREADS = 20;

    private static final int APPS = 8;

    @Option(names = "--instances", description = "How many servers; ${DEFAULT-VALUE} by default.")
    private int instances = 2;

    @Option(names = "--times", description = "How many outages; ${DEFAULT-VALUE} by default.")
    private int times = 3;

    @Option(names = "--down", description = "Seconds that each lasts; ${DEFAULT-VALUE} by default.")
    private int down = 8;

    @Option(names = "--callers", description = "How many post reports; ${DEFAULT-VALUE} by default.")
    private int callers = 16;

    @Option(names = "--longest", description = "Seconds that an answer may take; ${DEFAULT-VALUE} by default.")
    private int longest = 20;

    @Option(
            names = "--cut",
            paramLabel = "SHARE",
            description = "Share of the answers to our client that never arrive; ${DEFAULT-VALUE} by default.")
    private double cut;

    @Override
    void check() {
        require(instances > 0 && instances <= 8, "--instances");
        require(times > 0 && times <= 1_000, "--times");
        require(down > 0 && down <= 60, "--down");
        require(callers > 0 && callers <= 100, "--callers");
        require(longest > 0 && longest <= 60, "--longest");
        require(cut >= 0 && cut <= 0.5, "--cut");
    }

    @Override
    Verdict run(TestBed bed) {
        Verdict verdict = new Verdict("fault outage, %d times, %d instances, %.0f %% of the answers cut"
                .formatted(times, instances, cut * 100));
        FaultStore store = StoreName.POSTGRES.open(bed, bed.folder());
        PostgresServer postgres = store.postgres().orElseThrow();
        List<RestartableServer> servers = IntStream.rangeClosed(1, instances)
                .mapToObj(number -> server(bed, "server-" + number, store))
                .toList();
        servers.forEach(RestartableServer::start);
        List<CuttingProxy> proxies = servers.stream()
                .map(server -> bed.keep(CuttingProxy.start(server.root(), cut)))
                .toList();
        List<URI> roots = proxies.stream().map(CuttingProxy::root).toList();
        ReportLedger ledger = new ReportLedger();
        AnswerJournal journal = new AnswerJournal();
        List<String> tokens = bed.issuer().tokens(callers + APPS);

        ClientLoad apps = ClientLoad.start(roots, tokens.subList(callers, callers + APPS), ledger);
        try (ReportLoad load = ReportLoad.start(servers, tokens.subList(0, callers), ledger, journal)) {
            load.awaitReports(UNDER_LOAD);
            Deadline.sleep(UP);
            ServerWatch watch = new ServerWatch(servers);
            for (int number = 1; number <= times; number++) {
                StopMode mode = StopMode.values()[number % StopMode.values().length];
                long refused = journal.refused();
                postgres.stop(mode);
                Deadline.sleep(Duration.ofSeconds(down).dividedBy(2));
                watch.lookWithoutDatabase(verdict);
                Deadline.sleep(Duration.ofSeconds(down).dividedBy(2));
                postgres.start();
                Duration recovery = watch.awaitRecovery(journal, RECOVERY);
                progress(
                        "outage %d (%s): %d requests refused, reports taken again after %d ms",
                        number, mode, journal.refused() - refused, recovery.toMillis());
                if (journal.refused() == refused) {
                    verdict.broken("outage %d refused nobody: it says nothing".formatted(number));
                }
                load.awaitReports(UNDER_LOAD);
                Deadline.sleep(UP);
            }
            watch.judge(SPARE_THREADS, verdict);
        }
        progress("waiting for the reports that are under way");
        apps.close();
        servers.forEach(RestartableServer::terminate);

        audit(bed, store, ledger, verdict);
        journal.judgeUninterrupted(verdict, Duration.ofSeconds(longest));
        verdict.fact(
                "answers to our client",
                proxies.stream().mapToLong(CuttingProxy::answers).sum());
        verdict.fact(
                "of them acknowledgements that were cut",
                proxies.stream().mapToLong(CuttingProxy::cutAcknowledgements).sum());
        verdict.requireNone("reports that our client gave up", apps.givenUp());
        return verdict;
    }
}
