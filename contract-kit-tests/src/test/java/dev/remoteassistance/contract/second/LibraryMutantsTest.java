package dev.remoteassistance.contract.second;

import static dev.remoteassistance.contract.spec.ContractEdit.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.ledger.Ledger;
import dev.remoteassistance.contract.ledger.Waivers;
import dev.remoteassistance.contract.mutant.KillMatrix;
import dev.remoteassistance.contract.mutant.MutantCheck;
import dev.remoteassistance.contract.mutant.MutantGenerator;
import dev.remoteassistance.contract.mutant.MutationRun;
import dev.remoteassistance.contract.mutant.SpecMutant;
import dev.remoteassistance.contract.mutant.operator.Effect;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Another contract has as many mutants as it has places for them, and the same checks kill them. */
class LibraryMutantsTest {

    private static final List<SpecMutant> MUTANTS = MutantGenerator.mutants(Library.CONTRACT);
    private static final List<SpecMutant> BREAKING = MUTANTS.stream()
            .filter(mutant -> mutant.effect() == Effect.BREAKING)
            .toList();

    @Test
    void everyMutantDiffersAndHasANameOfItsOwn() {
        assertThat(MUTANTS).extracting(SpecMutant::name).doesNotHaveDuplicates();
        assertThat(MUTANTS)
                .allSatisfy(mutant ->
                        assertThat(mutant.contract().root()).as(mutant.name()).isNotEqualTo(Library.CONTRACT.root()));
    }

    @Test
    void whoWritesDecidesWhatBreaks() {
        Set<String> names = MUTANTS.stream().map(SpecMutant::name).collect(Collectors.toSet());

        assertThat(names)
                .contains("remove a property: /components/schemas/Order/properties/isbn")
                .contains("remove a property of an answer: /components/schemas/Loan/properties/due")
                .contains("remove an enum member: /components/schemas/Kind/enum/0")
                .doesNotContain("remove an enum member: /components/schemas/Loan/properties/state/enum/0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /openapi | 3.0.3
                    /openapi | 3.1.0
                    /paths/~1members~1{memberId}~1loans/post/responses/410 | {description: Gone., headers: {X-A: {required: true, schema: {type: string, maxLength: 9}}}}
                    /paths/~1members~1{memberId}~1loans/delete/responses/4XX | {description: Refused., headers: {X-A: {required: true, schema: {type: string, maxLength: 9}}}}
                    """)
    void gateNoticesExactlyWhatBreaks(String place, String value) {
        ContractDocument contract = set(place, value).changed(Library.CONTRACT);
        MutantCheck gate = MutantCheck.gate(contract);

        assertThat(MutantGenerator.mutants(contract))
                .hasSizeGreaterThan(200)
                .allSatisfy(mutant -> assertThat(gate.notice().apply(mutant).isPresent())
                        .as(mutant.name())
                        .isEqualTo(mutant.effect() == Effect.BREAKING));
    }

    @Test
    void gateKillsWhatBreaks() {
        KillMatrix matrix =
                MutationRun.matrix("Library", BREAKING, List.of(MutantCheck.gate(Library.CONTRACT)), Map.of());

        assertThat(matrix.rows()).hasSameSizeAs(BREAKING);
        assertThat(matrix.survivors()).isEmpty();
    }

    @Test
    void crossCheckAndLedgerKillWhatConsumersUse() {
        try (Library library = new Library()) {
            var verifications = library.verify();
            Waivers waivers = new Waivers(
                    Ledger.of(Library.CONTRACT, verifications, Library.CARDS, Waivers.NONE).openRows().stream()
                            .map(row -> new Waivers.Entry(row.cell(), "Nobody needs it here."))
                            .toList());

            KillMatrix matrix = MutationRun.matrix(
                    "Library",
                    BREAKING,
                    List.of(
                            MutantCheck.crossCheck(Library.CONTRACT, Library.PACTS),
                            MutantCheck.ledger(Library.CONTRACT, verifications, Library.CARDS, waivers)),
                    Map.of());

            assertThat(killers(matrix, "remove an enum member: /components/schemas/Kind/enum/0"))
                    .containsKey("cross-check");
            assertThat(killers(matrix, "rename a property: /components/schemas/Order/properties/shelf"))
                    .containsKey("ledger");
            assertThat(killers(matrix, "remove an enum member: /components/schemas/Order/properties/binding/enum/1"))
                    .as("nobody uses it, so that only a waiver goes missing")
                    .containsOnlyKeys("ledger");
        }
    }

    @Test
    void survivorsCostPointsUnlessTheyAreEquivalent(@TempDir Path folder) throws IOException {
        SpecMutant noticed = BREAKING.get(0);
        SpecMutant missed = BREAKING.get(1);
        SpecMutant equivalent = BREAKING.get(2);
        MutantCheck check =
                new MutantCheck("check", mutant -> mutant == noticed ? Optional.of("says <why>") : Optional.empty());

        KillMatrix matrix = MutationRun.matrix(
                "Three",
                List.of(noticed, missed, equivalent),
                List.of(check),
                Map.of(equivalent.name(), "Nobody can tell."));
        matrix.write(folder, "three");

        assertThat(matrix.survivors()).containsExactly(missed.name());
        assertThat(matrix.score()).isEqualTo(50);
        assertThat(matrix.summary())
                .isEqualTo("Three: 3 mutants, 1 killed, 1 survived, 1 equivalent (50.0 %); check 1");
        assertThat(matrix.wrongEquivalents(Set.of(equivalent.name()))).isEmpty();
        assertThat(matrix.wrongEquivalents(Set.of(noticed.name(), "no mutant"))).hasSize(2);
        assertThat(folder.resolve("three.html"))
                .content()
                .contains("says &lt;why&gt;", "Nobody can tell.", missed.name());
        assertThat(folder.resolve("three.json")).content().contains("\"killers\"");
    }

    private static Map<String, String> killers(KillMatrix matrix, String mutant) {
        return matrix.rows().stream()
                .filter(row -> row.mutant().equals(mutant))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such mutant: " + mutant))
                .killers();
    }
}
