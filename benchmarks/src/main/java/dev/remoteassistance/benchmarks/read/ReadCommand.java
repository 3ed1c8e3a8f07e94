package dev.remoteassistance.benchmarks.read;

import dev.remoteassistance.benchmarks.fault.store.FaultStore;
import dev.remoteassistance.benchmarks.fault.store.StoreName;
import dev.remoteassistance.benchmarks.testbed.RestartableServer;
import dev.remoteassistance.benchmarks.testbed.TestBed;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.store.StoreLocation;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures questions about sessions, and the same questions in hand-written SQL. */
@Command(
        name = "read",
        description = {
            "Fills a store with sessions, asks the server for pages of them, then asks the database the same by hand.",
            "The goal is a p99 of 50 ms at 8 callers on 1,000,000 reports. Nothing else should run on the machine."
        })
public final class ReadCommand implements Callable<Integer> {

    private static final String OPERATION = "getRemoteAssistanceSessionsReport";

    @Spec
    private CommandSpec spec;

    @Option(names = "--store", required = true, description = "${COMPLETION-CANDIDATES}")
    private StoreName storeName;

    @Option(names = "--reports", description = "How many; ${DEFAULT-VALUE} by default.")
    private long reports = 1_000_000;

    @Option(names = "--tenants", description = "How many tenants they belong to; ${DEFAULT-VALUE} by default.")
    private int tenants = 100;

    @Option(names = "--callers", description = "How many ask at once; ${DEFAULT-VALUE} by default.")
    private int callers = 8;

    @Option(names = "--seconds", description = "How long each way is asked; ${DEFAULT-VALUE} by default.")
    private int seconds = 30;

    @Option(
            names = "--warm-up",
            description = "How long the server is asked before, in seconds; ${DEFAULT-VALUE} by default.")
    private int warmUp = 120;

    @Option(names = "--heap", description = "-Xmx of the server; ${DEFAULT-VALUE} by default.")
    private String heap = "512m";

    @Override
    public Integer call() {
        require(reports > 0, "--reports");
        require(tenants >= 20 && tenants <= 1_000_000, "--tenants");
        require(callers > 0 && callers <= 1_000, "--callers");
        require(seconds > 0, "--seconds");
        require(warmUp >= 0, "--warm-up");
        require(heap.matches("\\d+[kmg]?"), "--heap");
        PrintWriter progress = spec.commandLine().getErr();
        try (TestBed bed = TestBed.create()) {
            FaultStore store = storeName.open(bed, bed.folder());
            // Checked before the store is filled, which takes minutes: without the jar there is nothing to measure.
            RestartableServer server = bed.server("read", List.of("-Xmx" + heap), bed.settings(store.url()));
            progress.println("filling the store");
            long start = System.nanoTime();
            StoreLocation location = StoreLocation.of(store.url());
            new SampleSessions(reports, tenants).fill(location);
            progress.printf(
                    "filled in %d s%n",
                    Duration.ofNanos(System.nanoTime() - start).toSeconds());
            // A PostgreSQL that has been running for long has done this by itself (autovacuum).
            store.execute(List.of(store.postgres().isPresent() ? "VACUUM (ANALYZE)" : "ANALYZE"));
            server.start();
            URI operation =
                    server.root().resolve(Contract.load().operation(OPERATION).path());
            progress.println("asking the server");
            new ReadLoad(callers, Duration.ofSeconds(warmUp)).overHttp(operation, bed.issuer());
            ReadLoad load = new ReadLoad(callers, Duration.ofSeconds(seconds));
            ReadFigures overHttp = load.overHttp(operation, bed.issuer());
            server.close();
            progress.println("asking the database");
            print(overHttp, load.inSql(store.url()));
        }
        return 0;
    }

    private void require(boolean satisfied, String option) {
        if (!satisfied) {
            throw new ParameterException(spec.commandLine(), "Out of range: " + option);
        }
    }

    private void print(ReadFigures overHttp, ReadFigures inSql) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s, %d reports of %d tenants, %d callers, -Xmx%s%n%n", storeName, reports, tenants, callers, heap);
        out.println("| filter by | questions | p50 ms | p99 ms | longest ms | by hand: questions | p50 ms | p99 ms |"
                + " longest ms |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        for (String name : ReadQuestion.NAMES) {
            out.printf(
                    "| %s | %s | %s |%n",
                    name, String.join(" | ", overHttp.row(name)), String.join(" | ", inSql.row(name)));
        }
        out.flush();
    }
}
