package dev.remoteassistance.contract.command;

import dev.remoteassistance.contract.ledger.Ledger;
import dev.remoteassistance.contract.option.KitCase;
import dev.remoteassistance.contract.option.KitCommand;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the ledger of a contract. */
@Command(
        name = "ledger",
        description = {
            "Writes one row for each thing that a contract says, down to the enum member, with the interactions that exercise "
                    + "it. Without a server nothing is verified; permissions are left out, since only credentials that are "
                    + "sent show them.",
            ""
        },
        exitCodeList = {
            "0:every row is exercised or waived",
            "1:a row is exercised by no interaction",
            "2:no verdict: a file cannot be read or written, or the command line is wrong"
        })
final class LedgerCommand extends KitCommand {

    @Mixin
    private ContractOptions options;

    @Mixin
    private WaiverOption waivers;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            required = true,
            description = "Folder for ledger.html and ledger.json; made if it is missing.")
    private Path folder;

    LedgerCommand(KitCase kit) {
        super(kit);
    }

    @Override
    public Integer call() {
        Ledger ledger = Ledger.ofPacts(options.contract(kit), options.interactions(kit), waivers.read());
        ledger.write(folder);
        out().println(ledger.summary());
        return ledger.uncovered().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
