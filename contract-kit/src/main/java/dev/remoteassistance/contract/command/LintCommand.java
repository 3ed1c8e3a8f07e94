package dev.remoteassistance.contract.command;

import dev.remoteassistance.contract.format.PlainText;
import dev.remoteassistance.contract.lint.ContractLint;
import dev.remoteassistance.contract.lint.LintFinding;
import dev.remoteassistance.contract.option.KitCase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks for what generated code could not carry. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Names each part of a contract that model, server and client generated from it could not carry without loss: "
                    + "where, by which rule, and what to write instead.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:generated code carries all of the contract",
            "1:a part has to be written in another way",
            "2:no verdict: the file cannot be read, or the command line is wrong"
        })
final class LintCommand implements Callable<Integer> {

    private final KitCase kit;

    @Option(
            names = "--contract",
            paramLabel = "FILE",
            description = "OpenAPI file, YAML or JSON. Default: the one in this jar, if it has one")
    private Path contract;

    @Spec
    private CommandSpec spec;

    LintCommand(KitCase kit) {
        this.kit = kit;
    }

    @Override
    public Integer call() {
        List<LintFinding> findings = ContractLint.findings(kit.contract(contract));
        PrintWriter out = spec.commandLine().getOut();
        findings.forEach(finding -> out.println(PlainText.line(finding.toString())));
        out.printf("%d parts have to be written in another way%n", findings.size());
        out.flush();
        return findings.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
