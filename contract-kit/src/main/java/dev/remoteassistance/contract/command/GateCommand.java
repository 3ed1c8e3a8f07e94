package dev.remoteassistance.contract.command;

import dev.remoteassistance.contract.format.Format;
import dev.remoteassistance.contract.format.GateResult;
import dev.remoteassistance.contract.option.KitCase;
import dev.remoteassistance.contract.option.OutputOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges a change of a contract. */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares a contract with an earlier version of it, and names what can break a consumer: where, by which rule, "
                    + "and, if there are pacts, whose interactions.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:compatible",
            "1:breaking",
            "2:no verdict: a file or commit cannot be read, or the command line is wrong"
        })
final class GateCommand implements Callable<Integer> {

    private final KitCase kit;

    @Mixin
    private ComparisonOptions comparison;

    @Option(names = "--format", defaultValue = "text", description = "One of: ${COMPLETION-CANDIDATES}. Default: text")
    private Format format;

    @Mixin
    private OutputOption output;

    @Spec
    private CommandSpec spec;

    GateCommand(KitCase kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() {
        GateResult result = comparison.compare(kit, spec.commandLine().getErr());
        output.write(spec.commandLine().getOut(), format.write(result));
        return result.isBreaking() ? ExitCode.SOFTWARE : ExitCode.OK;
    }
}
