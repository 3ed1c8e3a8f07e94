package dev.remoteassistance.contract.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.mutant.KillMatrix;
import dev.remoteassistance.contract.mutant.MutantGenerator;
import dev.remoteassistance.contract.mutant.MutationRun;
import dev.remoteassistance.contract.mutant.SpecMutant;
import dev.remoteassistance.contract.mutant.operator.Effect;
import dev.remoteassistance.contract.provider.VerifiedPacts;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of a name in generated code is noticed: code written by hand no longer compiles. */
@Tag("ci")
class NamingMutantsTest {

    private static final String TITLE = "Naming mutants";
    private static final ContractDocument CONTRACT = ContractDocument.read(VerifiedPacts.CONTRACT);

    @Test
    void otherNamesDoNotCompile(@TempDir Path folder) throws IOException {
        List<SpecMutant> mutants = MutantGenerator.mutants(CONTRACT).stream()
                .filter(mutant -> mutant.effect() == Effect.NAMING)
                .toList();
        CompilationCheck compilation = new CompilationCheck(
                folder,
                Stream.concat(Stream.of(CONTRACT), mutants.stream().map(SpecMutant::contract))
                        .toList());

        assertThat(compilation.complaint(CONTRACT)).as("the contract as it is").isEmpty();
        KillMatrix matrix =
                MutationRun.matrix(TITLE, mutants, List.of(compilation.asCheck()), KillMatrices.equivalents(TITLE));
        KillMatrices.assertKilled(matrix, "naming-mutants", 5);
    }
}
