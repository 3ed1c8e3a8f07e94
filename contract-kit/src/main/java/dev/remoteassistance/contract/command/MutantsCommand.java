package dev.remoteassistance.contract.command;

import dev.remoteassistance.contract.format.PlainText;
import dev.remoteassistance.contract.mutant.Equivalents;
import dev.remoteassistance.contract.mutant.KillMatrix;
import dev.remoteassistance.contract.mutant.MutantCheck;
import dev.remoteassistance.contract.mutant.MutantGenerator;
import dev.remoteassistance.contract.mutant.MutationRun;
import dev.remoteassistance.contract.mutant.SpecMutant;
import dev.remoteassistance.contract.mutant.operator.Effect;
import dev.remoteassistance.contract.option.KitCase;
import dev.remoteassistance.contract.option.KitCommand;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes a contract in every known way, and records which check notices each change. */
@Command(
        name = "mutants",
        description = {
            "Makes every change that is known, at every place of a contract where it fits, one at a time. The gate, and with "
                    + "pacts the cross-check, have to notice each that can break somebody; the gate has to let pass the "
                    + "others.",
            ""
        },
        exitCodeList = {
            "0:every mutant got its verdict",
            "1:a mutant survived, or a harmless one was refused",
            "2:no verdict: a file cannot be read or written, or the command line is wrong"
        })
final class MutantsCommand extends KitCommand {

    private static final String TITLE = "Spec mutants";

    @Mixin
    private ContractOptions options;

    @Option(
            names = "--equivalents",
            paramLabel = "FILE",
            description = "YAML file of mutants that nobody could tell from the original: by the title \"" + TITLE
                    + "\", each mutant's name with the reason.")
    private Path equivalents;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            required = true,
            description = "Folder for spec-mutants.html and spec-mutants.json; made if it is missing.")
    private Path folder;

    MutantsCommand(KitCase kit) {
        super(kit);
    }

    @Override
    public Integer call() {
        ContractDocument contract = options.contract(kit);
        List<SpecMutant> mutants = MutantGenerator.mutants(contract);
        KillMatrix matrix = MutationRun.matrix(
                TITLE,
                mutants.stream()
                        .filter(mutant -> mutant.effect() == Effect.BREAKING)
                        .toList(),
                checks(contract),
                equivalents == null ? Map.of() : Equivalents.read(equivalents).of(TITLE));
        matrix.write(folder, "spec-mutants");
        MutantCheck gate = MutantCheck.gate(contract);
        List<String> refused = mutants.stream()
                .filter(mutant -> mutant.effect() != Effect.BREAKING)
                .filter(mutant -> gate.notice().apply(mutant).isPresent())
                .map(SpecMutant::name)
                .toList();
        PrintWriter out = out();
        matrix.survivors().forEach(name -> out.println("survived: " + PlainText.line(name)));
        refused.forEach(name -> out.println("harmless, and refused: " + PlainText.line(name)));
        out.println(matrix.summary());
        return matrix.survivors().isEmpty() && refused.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private List<MutantCheck> checks(ContractDocument contract) {
        List<MutantCheck> checks = new ArrayList<>(List.of(MutantCheck.gate(contract)));
        List<ConsumerInteraction> interactions = options.knownInteractions(kit);
        if (!interactions.isEmpty()) {
            checks.add(MutantCheck.crossCheck(contract, interactions));
        }
        return checks;
    }
}
