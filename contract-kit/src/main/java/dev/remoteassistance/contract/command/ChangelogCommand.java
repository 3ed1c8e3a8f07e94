package dev.remoteassistance.contract.command;

import dev.remoteassistance.contract.format.Format;
import dev.remoteassistance.contract.option.KitCase;
import dev.remoteassistance.contract.option.KitCommand;
import dev.remoteassistance.contract.option.OutputOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Lists what changed in a contract. */
@Command(
        name = "changelog",
        description = {
            "Lists everything that changed between two versions of a contract, also what loosens it, as Markdown: one entry "
                    + "a change, none where only words changed.",
            ""
        },
        exitCodeList = {"0:written", "2:a file or commit cannot be read, or the command line is wrong"})
final class ChangelogCommand extends KitCommand {

    @Mixin
    private ComparisonOptions comparison;

    @Mixin
    private OutputOption output;

    ChangelogCommand(KitCase kit) {
        super(kit);
    }

    @Override
    public Integer call() {
        output.write(out(), Format.MARKDOWN.write(comparison.compare(kit, err())));
        return ExitCode.OK;
    }
}
