package dev.remoteassistance.benchmarks.fault;

import dev.remoteassistance.benchmarks.fault.report.AnswerJournal;
import dev.remoteassistance.benchmarks.fault.report.ReportLedger;
import dev.remoteassistance.benchmarks.fault.report.ReportLoad;
import dev.remoteassistance.benchmarks.fault.report.Verdict;
import dev.remoteassistance.benchmarks.fault.store.DatabaseSupervisor;
import dev.remoteassistance.benchmarks.fault.store.FaultStore;
import dev.remoteassistance.benchmarks.fault.store.SmallDisk;
import dev.remoteassistance.benchmarks.fault.store.StoreName;
import dev.remoteassistance.benchmarks.process.Deadline;
import dev.remoteassistance.benchmarks.testbed.RestartableServer;
import dev.remoteassistance.benchmarks.testbed.TestBed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills the disk below the store under load, and then makes room again. */
@Command(
        name = "disk-full",
        description = {
            "Fills the disk below the store under load, and makes room again.",
            "Promises: only 204 and 503 with Retry-After and Graph's error body, no crash of the server; once there is room",
            "again, reports are taken by themselves; everything acknowledged is stored once. Mounts a tmpfs, as root or below",
            "unshare -rm. PostgreSQL ends itself on a full disk; the command starts it again as a supervisor would."
        })
final class DiskFullCommand extends FaultOptions {

    private static final Duration FILLED = Duration.ofSeconds(120);
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    /** Bytes that are left free, for the load to fill. */
    private static final long LEFT_BYTES = 6L << 20;

    @Option(names = "--store", required = true, description = "${COMPLETION-CANDIDATES}")
    private StoreName storeName;

    @Option(names = "--times", description = "How often; ${DEFAULT-VALUE} by default.")
    private int times = 2;

    @Option(names = "--full", description = "Seconds that the disk stays full; ${DEFAULT-VALUE} by default.")
    private int full = 5;

    @Option(names = "--size", description = "Megabytes of the disk; ${DEFAULT-VALUE} by default.")
    private int size = 400;

    @Option(names = "--callers", description = "How many post reports; ${DEFAULT-VALUE} by default.")
    private int callers = 16;

    @Override
    void check() {
        require(times > 0 && times <= 100, "--times");
        require(full > 0 && full <= 60, "--full");
        require(size >= 200 && size <= 4_000, "--size (200 to 4000)");
        require(callers > 0 && callers <= 100, "--callers");
    }

    @Override
    Verdict run(TestBed bed) {
        Verdict verdict =
                new Verdict("fault disk-full on %s, %d times, a disk of %d MB".formatted(storeName, times, size));
        SmallDisk disk = bed.keep(SmallDisk.mount(bed.folder().resolve("disk"), size));
        FaultStore store = storeName.open(bed, disk.folder());
        Optional<DatabaseSupervisor> supervisor =
                store.postgres().map(postgres -> bed.keep(DatabaseSupervisor.start(postgres)));
        RestartableServer server = server(bed, "server", store);
        server.start();
        ReportLedger ledger = new ReportLedger();
        AnswerJournal journal = new AnswerJournal();
        try (ReportLoad load = ReportLoad.start(List.of(server), bed.issuer().tokens(callers), ledger, journal)) {
            load.awaitReports(1);
            for (int number = 1; number <= times; number++) {
                long refused = journal.refused();
                disk.fill(LEFT_BYTES);
                new Deadline(FILLED).await(() -> journal.refused() > refused, "the load does not fill the disk");
                Deadline.sleep(Duration.ofSeconds(full));
                long free = disk.freeBytes();
                Duration recovery = makeRoom(disk, journal);
                progress(
                        "full disk %d: %d bytes were free, %d requests refused, reports taken again after %d ms",
                        number, free, journal.refused() - refused, recovery.toMillis());
                Deadline.sleep(AFTERWARDS);
            }
        }
        if (!server.isAlive()) {
            verdict.broken("the server has ended");
        }
        server.terminate();
        supervisor.ifPresent(DatabaseSupervisor::close);

        audit(bed, store, ledger, verdict);
        journal.judgeUninterrupted(verdict, LONGEST);
        supervisor.ifPresent(watch -> verdict.fact("starts of PostgreSQL, also in vain", watch.restarts()));
        return verdict;
    }

    private static Duration makeRoom(SmallDisk disk, AnswerJournal journal) {
        long stored = journal.stored();
        long start = System.nanoTime();
        disk.empty();
        new Deadline(RECOVERY)
                .await(() -> journal.stored() > stored, "the server takes no reports though there is room");
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
