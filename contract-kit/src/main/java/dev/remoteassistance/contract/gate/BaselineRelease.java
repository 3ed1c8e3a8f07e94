package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.PactFolder;
import dev.remoteassistance.contract.release.ContractFiles;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Releases a contract as the baseline that later versions are compared with. */
@Command(
        name = "release-baseline",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a contract the baseline that later versions are compared with, if its info.version says what changed:"
                    + " a new major version for what can break a consumer, a new minor version for additions,"
                    + " a new patch version for words. The examples that the contract refers to are copied along.",
            "Exit codes: 0 released, or nothing to release; 1 refused; 2 wrong command line, or files that cannot be read."
        })
public final class BaselineRelease implements Callable<Integer> {

    @Option(
            names = "--pacts",
            paramLabel = "DIR",
            description = "Names the consumers that breaks would hit, of the pact files there.")
    private Path pacts;

    @Parameters(index = "0", paramLabel = "CONTRACT", description = "OpenAPI 3.0 file to release.")
    private Path contract;

    @Parameters(index = "1", paramLabel = "BASELINE", description = "File of the last release; it is replaced.")
    private Path baseline;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<ConsumerInteraction> interactions = pacts == null ? List.of() : PactFolder.read(pacts);
        if (!Files.exists(baseline)) {
            // Comparing it with itself shows its faults.
            GateReport first = GateReport.of(contract, contract, interactions);
            ContractFiles.replace(baseline, contract);
            out.println("Released " + first.contract() + " as the first baseline.");
            return ExitCode.OK;
        }
        GateReport report = GateReport.of(baseline, contract, interactions);
        out.print(report.text());
        if (!report.isPassed()) {
            out.println("Not released.");
            return ExitCode.SOFTWARE;
        }
        if (ContractFiles.areSame(contract, baseline)) {
            out.println("Nothing to release: " + report.contract() + " is the baseline already.");
            return ExitCode.OK;
        }
        ContractFiles.replace(baseline, contract);
        out.println("Released " + report.contract() + " as the baseline, after " + report.baseline() + ".");
        return ExitCode.OK;
    }
}
