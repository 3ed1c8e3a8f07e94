package dev.remoteassistance.contract.command;

import dev.remoteassistance.contract.format.PlainText;
import dev.remoteassistance.contract.ledger.Ledger;
import dev.remoteassistance.contract.option.KitCase;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks pacts against a contract, without a server. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Holds what consumers send and expect against a contract, without a server, and lists what the contract says and "
                    + "no interaction exercises. A request that is meant to be refused need not follow the contract; its "
                    + "answer has to. Permissions are not looked at: only credentials that are sent show them.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all interactions are in the contract",
            "1:an interaction is not in the contract or, with --complete, a part of the contract is exercised by none",
            "2:no verdict: a file cannot be read, or the command line is wrong"
        })
final class CheckCommand implements Callable<Integer> {

    private final KitCase kit;

    @Mixin
    private ContractOptions options;

    @Option(names = "--complete", description = "Demands that every part of the contract is exercised or waived.")
    private boolean complete;

    @Mixin
    private WaiverOption waivers;

    @Spec
    private CommandSpec spec;

    CheckCommand(KitCase kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() {
        ContractDocument contract = options.contract(kit);
        List<ConsumerInteraction> interactions = options.interactions(kit);
        PrintWriter out = spec.commandLine().getOut();
        CrossCheck check = new CrossCheck(contract);
        long faulty = interactions.stream()
                .filter(interaction -> hasFaults(check, interaction, out))
                .count();
        List<Ledger.Row> uncovered =
                Ledger.ofPacts(contract, interactions, waivers.read()).uncovered();
        uncovered.forEach(row -> out.println("exercised by none: " + PlainText.line(row.cell())));
        out.printf(
                "%d interactions, %d not in the contract; %d parts of the contract exercised by none%n",
                interactions.size(), faulty, uncovered.size());
        out.flush();
        return faulty == 0 && (uncovered.isEmpty() || !complete) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static boolean hasFaults(CrossCheck check, ConsumerInteraction interaction, PrintWriter out) {
        List<String> faults = interaction.http().map(check::faults).orElse(List.of());
        if (!faults.isEmpty()) {
            out.println("not in the contract: " + PlainText.line(interaction.name()));
            faults.forEach(fault -> out.println("    " + PlainText.line(fault)));
        }
        return !faults.isEmpty();
    }
}
