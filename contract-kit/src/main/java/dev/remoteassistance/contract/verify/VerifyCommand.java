package dev.remoteassistance.contract.verify;

import dev.remoteassistance.contract.option.KitCase;
import dev.remoteassistance.contract.option.NoVerdictException;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.pact.ProviderVerification;
import dev.remoteassistance.contract.pact.Verification.Outcome;
import dev.remoteassistance.contract.token.TokenOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Verifies a deployed server: replays what consumers expect of it. */
@Command(
        name = "verify",
        sortOptions = false,
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
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all interactions passed that were not skipped",
            "1:an interaction failed",
            "2:nothing can be said of the server: it cannot be reached, all was skipped, a token command failed, or the "
                    + "command line is wrong"
        })
public final class VerifyCommand implements Callable<Integer> {

    private static final int LONGEST = 3_600;

    private final KitCase kit;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--url",
            required = true,
            description = "Address of the server: what the contract's paths are appended to.")
    private String url;

    @Mixin
    private TokenOptions tokens;

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
    private ReportOptions reports;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait for a connection, an answer, or a token command. Default: 30")
    private int timeout;

    /** Makes the command for the case that the jar was packaged with. */
    public VerifyCommand(KitCase kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() {
        if (timeout < 1 || timeout > LONGEST) {
            throw new NoVerdictException("--timeout: not from 1 to " + LONGEST + " seconds");
        }
        Duration limit = Duration.ofSeconds(timeout);
        PactSelection selection = PactSelection.read(kit.pacts(pacts), consumers);
        ReportText text = new ReportText();
        TargetServer target = new TargetServer(
                TargetAddress.read(url),
                kit.token(),
                tokens.sources(selection.states(), kit.defaultState(), limit),
                text);
        ProviderVerification verification = new ProviderVerification(crossCheck(), target, limit);
        reach(verification, target.root());
        PrintWriter out = spec.commandLine().getOut();
        VerificationReport report = new VerificationReport(
                kit.name(),
                target.root().toString(),
                new VerificationRun(verification, text, out).replay(selection.interactions()));
        reports.write(report);
        out.println(report.summary());
        out.flush();
        return exitCode(report);
    }

    private CrossCheck crossCheck() {
        Path file = kit.contract(contract);
        try {
            return new CrossCheck(file);
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
