package dev.remoteassistance.contract.command;

import dev.remoteassistance.contract.check.PactCheck;
import dev.remoteassistance.contract.option.KitCase;
import dev.remoteassistance.contract.option.KitCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks pacts against a contract, without a server. */
@Command(
        name = "check",
        description = {
            "Compares what consumers send and expect with a contract, without a server, and lists the parts of the contract "
                    + "that no interaction exercises. A request that is meant to be refused need not follow the contract; "
                    + "its answer has to. Does not check permissions: only credentials that are sent show them.",
            ""
        },
        exitCodeList = {
            "0:all interactions are in the contract",
            "1:an interaction is not in the contract or, with --complete, a part of the contract is exercised by none",
            "2:no verdict: a file cannot be read, or the command line is wrong"
        })
final class CheckCommand extends KitCommand {

    @Mixin
    private ContractOptions options;

    @Option(names = "--complete", description = "Demands that every part of the contract is exercised or waived.")
    private boolean complete;

    @Mixin
    private WaiverOption waivers;

    CheckCommand(KitCase kit) {
        super(kit);
    }

    @Override
    public Integer call() {
        PactCheck check = PactCheck.of(options.contract(kit), options.interactions(kit), waivers.read());
        out().print(check.text());
        return check.isPassed(complete) ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
