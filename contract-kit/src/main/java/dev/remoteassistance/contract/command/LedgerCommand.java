package dev.remoteassistance.contract.command;

import dev.remoteassistance.contract.ledger.Ledger;
import dev.remoteassistance.contract.option.KitCase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the ledger of a contract. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes one row for each thing that a contract says, down to the enum member, with the interactions that exercise "
                    + "it. Without a server nothing is verified; permissions are left out, since only credentials that are "
                    + "sent show them.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every row is exercised or waived",
            "1:a row is exercised by no interaction",
            "2:no verdict: a file cannot be read or written, or the command line is wrong"
        })
final class LedgerCommand implements Callable<Integer> {

    private final KitCase kit;

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

    @Spec
    private CommandSpec spec;

    LedgerCommand(KitCase kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() {
        Ledger ledger = Ledger.ofPacts(options.contract(kit), options.interactions(kit), waivers.read());
        ledger.write(folder);
        PrintWriter out = spec.commandLine().getOut();
        out.println(ledger.summary());
        out.flush();
        return ledger.uncovered().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
