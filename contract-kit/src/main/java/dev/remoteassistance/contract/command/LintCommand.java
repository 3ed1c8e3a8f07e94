package dev.remoteassistance.contract.command;

import dev.remoteassistance.contract.format.PlainText;
import dev.remoteassistance.contract.lint.ContractLint;
import dev.remoteassistance.contract.lint.LintFinding;
import dev.remoteassistance.contract.option.KitCase;
import dev.remoteassistance.contract.option.KitCommand;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Looks for what generated code could not carry. */
@Command(
        name = "lint",
        description = {
            "Names each part of a contract that model, server and client generated from it could not carry without loss: "
                    + "where, by which rule, and what to write instead.",
            ""
        },
        exitCodeList = {
            "0:generated code carries all of the contract",
            "1:a part has to be written in another way",
            "2:no verdict: the file cannot be read, or the command line is wrong"
        })
final class LintCommand extends KitCommand {

    @Option(
            names = "--contract",
            paramLabel = "FILE",
            description = "OpenAPI file, YAML or JSON. Default: the one in this jar, if it has one")
    private Path contract;

    LintCommand(KitCase kit) {
        super(kit);
    }

    @Override
    public Integer call() {
        List<LintFinding> findings = ContractLint.findings(kit.contract(contract));
        PrintWriter out = out();
        findings.forEach(finding -> out.println(PlainText.line(finding.toString())));
        out.printf("%d parts have to be written in another way%n", findings.size());
        return findings.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
