package dev.remoteassistance.contract.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.ledger.Waivers;
import dev.remoteassistance.contract.mutant.KillMatrix;
import dev.remoteassistance.contract.mutant.MutantCheck;
import dev.remoteassistance.contract.mutant.MutantGenerator;
import dev.remoteassistance.contract.mutant.MutationRun;
import dev.remoteassistance.contract.mutant.SpecMutant;
import dev.remoteassistance.contract.mutant.operator.Effect;
import dev.remoteassistance.contract.provider.VerifiedPacts;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The checks notice every change of the contract that may break somebody; the gate lets all others pass. */
@Tag("ci")
class SpecMutantsTest {

    private static final String TITLE = "Spec mutants";
    private static final ContractDocument CONTRACT = ContractDocument.read(VerifiedPacts.CONTRACT);
    private static final List<SpecMutant> MUTANTS = MutantGenerator.mutants(CONTRACT);

    @Test
    void breakingMutantsAreKilled() {
        KillMatrix matrix = MutationRun.matrix(
                TITLE,
                mutants(Effect.BREAKING),
                List.of(
                        MutantCheck.gate(CONTRACT),
                        MutantCheck.crossCheck(CONTRACT, VerifiedPacts.INTERACTIONS),
                        MutantCheck.ledger(
                                CONTRACT,
                                VerifiedPacts.verifications(),
                                new TokenGrants(),
                                Waivers.read(Path.of("waivers.yaml")))),
                KillMatrices.equivalents(TITLE));
        KillMatrices.assertKilled(matrix, "spec-mutants", 300);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOOSENING", "NAMING"})
    void harmlessMutantsPassTheGate(Effect effect) {
        MutantCheck gate = MutantCheck.gate(CONTRACT);

        System.out.printf(
                "%s mutants: %d, to be let pass by the gate%n",
                effect, mutants(effect).size());

        assertThat(mutants(effect))
                .isNotEmpty()
                .allSatisfy(mutant -> assertThat(gate.notice().apply(mutant))
                        .as(mutant.name())
                        .isEmpty());
    }

    private static List<SpecMutant> mutants(Effect effect) {
        return MUTANTS.stream().filter(mutant -> mutant.effect() == effect).toList();
    }
}
