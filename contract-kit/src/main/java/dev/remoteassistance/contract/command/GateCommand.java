package dev.remoteassistance.contract.command;

import dev.remoteassistance.contract.format.Format;
import dev.remoteassistance.contract.format.GateResult;
import dev.remoteassistance.contract.option.KitCase;
import dev.remoteassistance.contract.option.KitCommand;
import dev.remoteassistance.contract.option.OutputOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Judges a change of a contract. */
@Command(
        name = "gate",
        description = {
            "Compares a contract with an earlier version of it, and names what can break a consumer: where, by which rule, "
                    + "and, if there are pacts, whose interactions.",
            ""
        },
        exitCodeList = {
            "0:compatible",
            "1:breaking",
            "2:no verdict: a file or commit cannot be read, or the command line is wrong"
        })
final class GateCommand extends KitCommand {

    @Mixin
    private ComparisonOptions comparison;

    @Option(names = "--format", defaultValue = "text", description = "One of: ${COMPLETION-CANDIDATES}. Default: text")
    private Format format;

    @Mixin
    private OutputOption output;

    GateCommand(KitCase kit) {
        super(kit);
    }

    @Override
    public Integer call() {
        GateResult result = comparison.compare(kit, err());
        output.write(out(), format.write(result));
        return result.isBreaking() ? ExitCode.SOFTWARE : ExitCode.OK;
    }
}
