package dev.remoteassistance.benchmarks.fault;

import dev.remoteassistance.benchmarks.fault.report.Verdict;
import dev.remoteassistance.benchmarks.fault.store.FaultStore;
import dev.remoteassistance.benchmarks.fault.store.StoreName;
import dev.remoteassistance.benchmarks.process.ProgramRun;
import dev.remoteassistance.benchmarks.testbed.TestBed;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the commands export and purge on more reports than fit into memory. */
@Command(
        name = "volume",
        description = {
            "Fills a store with small reports, and runs the server's commands export and purge on it with a small heap.",
            "Promises: they take bounded memory, and neither miss nor add a report."
        })
final class VolumeCommand extends FaultOptions {

    private static final int TENANTS = 10;
    /** The first tenant. Its rows are those whose number is a multiple of the number of tenants. */
    private static final String TENANT = "10000000-0000-4000-8000-000000000001";

    private static final Duration OLD = Duration.ofDays(400);
    private static final Duration RECENT = Duration.ofDays(1);
    private static final Duration BETWEEN = Duration.ofDays(200);

    @Option(names = "--store", required = true, description = "${COMPLETION-CANDIDATES}")
    private StoreName storeName;

    @Option(names = "--rows", description = "How many; ${DEFAULT-VALUE} by default.")
    private long rows = 10_000_000;

    @Option(names = "--heap", description = "-Xmx of the commands; ${DEFAULT-VALUE} by default.")
    private String heap = "64m";

    @Option(
            names = "--most-memory",
            paramLabel = "MB",
            description = "What a command may have in RAM, with all that a virtual machine needs beside its heap; "
                    + "${DEFAULT-VALUE} by default.")
    private int mostMegabytes = 256;

    @Override
    void check() {
        require(rows >= TENANTS && rows <= 1_000_000_000, "--rows");
        require(heap.matches("\\d+[kmg]?"), "--heap");
        require(mostMegabytes > 0, "--most-memory");
    }

    @Override
    Verdict run(TestBed bed) {
        Verdict verdict = new Verdict("fault volume on %s, %d rows, -Xmx%s".formatted(storeName, rows, heap));
        FaultStore store = storeName.open(bed, bed.folder());
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        time(bed, store, verdict, "migrate", List.of("migrate"), line -> {});
        progress("filling the store");
        long start = System.nanoTime();
        store.fill(rows, now.minus(OLD), now.minus(RECENT));
        verdict.fact("filled in", Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");

        String since = now.minus(BETWEEN).toString();
        long recent = rows - rows / 2;
        count(bed, store, verdict, "export", List.of("export"), rows);
        count(
                bed,
                store,
                verdict,
                "export --since --tenant",
                List.of("export", "--since", since, "--tenant", TENANT),
                rows / TENANTS - rows / 2 / TENANTS);
        AtomicLong deleted = new AtomicLong();
        time(
                bed,
                store,
                verdict,
                "purge",
                List.of("purge", "--older-than", "P%dD".formatted(BETWEEN.toDays())),
                line -> deleted.set(Long.parseLong(line)));
        expect(verdict, "purge", "deleted", deleted.get(), rows / 2);
        count(bed, store, verdict, "export after purge", List.of("export"), recent);
        return verdict;
    }

    private void count(
            TestBed bed, FaultStore store, Verdict verdict, String title, List<String> arguments, long expected) {
        AtomicLong lines = new AtomicLong();
        time(bed, store, verdict, title, arguments, line -> lines.incrementAndGet());
        expect(verdict, title, "printed", lines.get(), expected);
    }

    private static void expect(Verdict verdict, String title, String verb, long count, long expected) {
        if (count != expected) {
            verdict.broken("%s: %s %d reports of %d".formatted(title, verb, count, expected));
        }
    }

    private void time(
            TestBed bed,
            FaultStore store,
            Verdict verdict,
            String title,
            List<String> arguments,
            Consumer<String> lines) {
        progress(title);
        ProgramRun run = ProgramRun.of(
                bed.program(arguments.get(0), List.of("-Xmx" + heap), arguments, bed.settings(store.url())),
                bed.folder(),
                lines);
        long megabytes = run.peakBytes() >> 20;
        verdict.fact(title, "%.1f s, at most %d MB in RAM".formatted(run.time().toMillis() / 1e3, megabytes));
        if (run.exitCode() != 0) {
            verdict.broken("%s ended with %d: %s".formatted(title, run.exitCode(), run.errors()));
        }
        if (megabytes > mostMegabytes) {
            verdict.broken("%s: %d MB in RAM, more than %d".formatted(title, megabytes, mostMegabytes));
        }
    }
}
