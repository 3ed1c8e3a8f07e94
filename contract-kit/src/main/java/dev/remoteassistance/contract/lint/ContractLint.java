package dev.remoteassistance.contract.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.lint.syntax.Yaml11Booleans;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.SourcePlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds what generated code cannot express, in a whole contract, before anything is generated. */
public final class ContractLint {

    private ContractLint() {}

    /**
     * Returns what has to be written in another way in a file; empty if generated code carries all of the contract.
     *
     * @param file of the contract
     */
    public static List<LintFinding> findings(Path file) {
        List<LintFinding> findings = new ArrayList<>(findings(ContractDocument.read(file)));
        for (SourcePlace place : Yaml11Booleans.in(file)) {
            findings.add(new LintFinding(
                    place,
                    "must not be a word without quotes that YAML 1.1 takes for true or false",
                    "Put it in quotes"));
        }
        return findings;
    }

    /** Returns what has to be written in another way; empty if generated code carries all of the contract. */
    public static List<LintFinding> findings(ContractDocument contract) {
        LintReport report = new LintReport(contract);
        JsonNode root = contract.root();
        report.require(
                root.path("openapi").asText().startsWith("3.0."),
                report.place(root).member("openapi"),
                "must be a version 3.0",
                "Write 3.0.3: the generators do not read all of 3.1");
        new TextLint(report).check(root);
        if (report.findings().isEmpty()) {
            JsonNode schemas = root.at("/components/schemas");
            SchemaNameLint.check(report, schemas);
            SchemaLint lint = new SchemaLint(report);
            schemas.forEach(lint::checkNamed);
            new OperationLint(report, lint).check(contract.operations());
        }
        return report.findings();
    }
}
