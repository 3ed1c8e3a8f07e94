package dev.remoteassistance.contract.verify;

import dev.remoteassistance.contract.option.KitCase;
import dev.remoteassistance.contract.option.KitCommand;
import dev.remoteassistance.contract.option.NoVerdictException;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.pact.Verification.Outcome;
import dev.remoteassistance.contract.replay.ProviderVerification;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Verifies a deployed server: replays what consumers expect of it. */
@Command(
        name = "verify",
        description = {
            "Sends to a deployed server what consumers send, as their pacts have it. Each answer has to be what the consumer "
                    + "expects, and what the contract allows.",
            "",
            "The requests are real, and the server keeps what it is told: verify none that must not take test data. "
                    + "Whether it keeps that rightly is not seen, since its store cannot be looked into.",
            "",
            "An interaction that needs a provider state for which there is no token is skipped, and counted.",
            ""
        },
        exitCodeList = {
            "0:all interactions passed that were not skipped",
            "1:an interaction failed",
            "2:nothing can be said of the server: it cannot be reached, all was skipped, a token command failed, or the "
                    + "command line is wrong"
        })
public final class VerifyCommand extends KitCommand {

    @Mixin
    private TargetOptions target;

    @Option(names = "--consumer", paramLabel = "NAME", description = "Only this consumer; can be repeated.")
    private List<String> consumers = List.of();

    @Option(
            names = "--pacts",
            paramLabel = "DIR",
            description = "Folder of pacts. Default: those in this jar, if it has any")
    private Path pacts;

    @Option(
            names = "--contract",
            paramLabel = "FILE",
            description = "OpenAPI file. Default: the one in this jar, if it has one")
    private Path contract;

    @Mixin
    private GenerateOptions generation;

    @Mixin
    private ReportOptions reports;

    /** Makes the command for the case that the jar was packaged with. */
    public VerifyCommand(KitCase kit) {
        super(kit);
    }

    @Override
    public Integer call() {
        Duration limit = target.limit();
        if (generation.isAsked()) {
            TargetServer server = target.server(kit, Set.of(kit.defaultState()));
            return generation.send(contract(), server, kit.defaultState(), limit, out());
        }
        PactSelection selection = PactSelection.read(kit.pacts(pacts), consumers);
        TargetServer server = target.server(kit, selection.states());
        ProviderVerification verification = new ProviderVerification(new CrossCheck(contract()), server, limit);
        reach(verification, server.root());
        VerificationReport report = new VerificationReport(
                kit.name(),
                server.root().toString(),
                new VerificationRun(verification, server.text(), out()).replay(selection.interactions()));
        reports.write(report);
        out().println(report.summary());
        return exitCode(report);
    }

    private ContractDocument contract() {
        Path file = kit.contract(contract);
        try {
            return ContractDocument.read(file);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new NoVerdictException("no contract can be read from " + file);
        }
    }

    private static void reach(ProviderVerification verification, URI root) {
        try {
            verification.reachProvider();
        } catch (IOException e) {
            throw new NoVerdictException(root + " cannot be reached: " + e.getMessage());
        }
    }

    private static int exitCode(VerificationReport report) {
        if (report.count(Outcome.FAILED) > 0) {
            return ExitCode.SOFTWARE;
        }
        if (report.count(Outcome.PASSED) == 0) {
            throw new NoVerdictException("nothing was verified, since all was skipped: is there a --token?");
        }
        return ExitCode.OK;
    }
}
