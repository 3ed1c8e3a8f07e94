package dev.remoteassistance.contract.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.mutant.KillerMatrix;
import dev.remoteassistance.contract.mutant.MutantGenerator;
import dev.remoteassistance.contract.mutant.MutationRun;
import dev.remoteassistance.contract.mutant.SpecMutant;
import dev.remoteassistance.contract.mutant.operator.Effect;
import dev.remoteassistance.contract.provider.VerifiedPacts;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name that only generated code has cannot change unnoticed, because code written by hand no longer compiles. */
@Tag("mutants")
class NamingMutantsTest {

    private static final String TITLE = "Naming mutants";
    private static final ContractDocument CONTRACT = ContractDocument.read(VerifiedPacts.CONTRACT);

    @TempDir
    Path folder;

    private CompilationCheck compilation;

    @BeforeEach
    void copyTheProject() throws IOException {
        compilation = new CompilationCheck(folder);
    }

    @Test
    void otherNamesDoNotCompile() {
        assertThat(compilation.complaint(CONTRACT)).as("the contract as it is").isEmpty();
        List<SpecMutant> mutants = MutantGenerator.mutants(CONTRACT).stream()
                .filter(mutant -> mutant.effect() == Effect.NAMING)
                .toList();

        KillerMatrix matrix =
                MutationRun.matrix(TITLE, mutants, List.of(compilation.asCheck()), KillerMatrices.equivalents(TITLE));
        KillerMatrices.assertKilled(matrix, "naming-mutants", 5);
    }
}
