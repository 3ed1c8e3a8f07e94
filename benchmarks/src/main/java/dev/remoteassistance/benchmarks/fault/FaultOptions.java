package dev.remoteassistance.benchmarks.fault;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands have in common: a run on a scene of its own, whose verdict is the exit code. */
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

    /** Tells how far the run is. */
    final void progress(String format, Object... arguments) {
        spec.commandLine().getErr().printf(format + "%n", arguments);
    }

    final void require(boolean satisfied, String option) {
        if (!satisfied) {
            throw new ParameterException(spec.commandLine(), "Out of range: " + option);
        }
    }

    /** Looks into the store at the end of a run. */
    final void audit(FaultScene scene, FaultStore store, ReportLedger ledger, Verdict verdict) {
        progress("looking into the store");
        if (tamper) {
            store.tamper();
        }
        scene.audit(store, ledger, verdict);
    }

    /** Checks the options before anything is started. */
    abstract void check();

    abstract Verdict run(FaultScene scene);

    @Override
    public Integer call() {
        check();
        try (FaultScene scene = FaultScene.set()) {
            if (keep) {
                progress("everything stays in %s", scene.keepFolder());
            }
            return run(scene).print(spec.commandLine().getOut());
        } catch (NotPermittedException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }
}
