package dev.remoteassistance.benchmarks.fault;

import dev.remoteassistance.benchmarks.fault.report.ReportLedger;
import dev.remoteassistance.benchmarks.fault.report.StoreAudit;
import dev.remoteassistance.benchmarks.fault.report.Verdict;
import dev.remoteassistance.benchmarks.fault.store.FaultStore;
import dev.remoteassistance.benchmarks.fault.store.NotPermittedException;
import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.process.ProgramRun;
import dev.remoteassistance.benchmarks.testbed.RestartableServer;
import dev.remoteassistance.benchmarks.testbed.TestBed;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Base of the fault commands: each runs on its own test bed, and its verdict is the exit code. */
abstract class FaultOptions implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--tamper",
            hidden = true,
            description = "Loses, doubles and invents a report before the store is looked into: the run has to fail.")
    private boolean tamper;

    @Option(names = "--keep", description = "Keeps the folder with the logs and the store, and prints its name.")
    private boolean keep;

    /** Returns our server on a store, with the smallest heap that it must cope with. It is not started yet. */
    static final RestartableServer server(TestBed bed, String name, FaultStore store) {
        return bed.server(name, List.of("-Xmx256m"), bed.settings(store.url()));
    }

    /** Prints the progress of the run. */
    final void progress(String format, Object... arguments) {
        spec.commandLine().getErr().printf(format + "%n", arguments);
    }

    final void require(boolean satisfied, String option) {
        if (!satisfied) {
            throw new ParameterException(spec.commandLine(), "Out of range: " + option);
        }
    }

    /** Audits the store at the end of a run, by the command {@code export} and by the database's own checks. */
    final void audit(TestBed bed, FaultStore store, ReportLedger ledger, Verdict verdict) {
        progress("looking into the store");
        if (tamper) {
            store.tamper();
        }
        store.damage().forEach(damage -> verdict.broken("the database is damaged: " + damage));
        StoreAudit audit = new StoreAudit();
        ProgramRun export = ProgramRun.of(
                bed.program("export", List.of(), List.of("export"), bed.settings(store.url())),
                bed.folder(),
                audit::addLine);
        if (export.exitCode() != 0) {
            // A failed export does not tell what is stored.
            throw new BenchmarkException("export ended with %d: %s".formatted(export.exitCode(), export.errors()));
        }
        audit.judge(ledger, verdict);
    }

    /** Checks the options before anything is started. */
    abstract void check();

    /** Creates the test bed of the run. */
    TestBed bed() {
        return TestBed.create();
    }

    abstract Verdict run(TestBed bed);

    @Override
    public Integer call() {
        check();
        try (TestBed bed = bed()) {
            if (keep) {
                bed.keepFolder();
                progress("everything stays in %s", bed.folder());
            }
            return run(bed).print(spec.commandLine().getOut());
        } catch (NotPermittedException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
