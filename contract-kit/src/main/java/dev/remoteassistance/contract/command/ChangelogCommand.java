package dev.remoteassistance.contract.command;

import dev.remoteassistance.contract.format.Format;
import dev.remoteassistance.contract.option.KitCase;
import dev.remoteassistance.contract.option.OutputOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what changed in a contract. */
@Command(
        name = "changelog",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lists everything that changed between two versions of a contract, also what loosens it, as Markdown: one entry "
                    + "a change, none where only words changed.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "2:a file or commit cannot be read, or the command line is wrong"})
final class ChangelogCommand implements Callable<Integer> {

    private final KitCase kit;

    @Mixin
    private ComparisonOptions comparison;

    @Mixin
    private OutputOption output;

    @Spec
    private CommandSpec spec;

    ChangelogCommand(KitCase kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() {
        output.write(
                spec.commandLine().getOut(),
                Format.MARKDOWN.write(comparison.compare(kit, spec.commandLine().getErr())));
        return ExitCode.OK;
    }
}
