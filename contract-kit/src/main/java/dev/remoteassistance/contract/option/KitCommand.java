package dev.remoteassistance.contract.option;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Base class of the kit's commands. The caller flushes the output. */
@Command(mixinStandardHelpOptions = true, sortOptions = false, exitCodeListHeading = "%nExit codes:%n")
public abstract class KitCommand implements Callable<Integer> {

    protected final KitCase kit;

    @Spec
    private CommandSpec spec;

    /** Makes a command for the case that the jar was packaged with. */
    protected KitCommand(KitCase kit) {
        this.kit = kit;
    }

    protected final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    protected final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
