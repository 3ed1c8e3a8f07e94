package dev.remoteassistance.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.ledger.Ledger;
import dev.remoteassistance.contract.ledger.Waivers;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pacts that are known fit the contract that they were written for, and exercise all of it. */
class KnownPactsTest {

    private static final Waivers WAIVERS = Waivers.read(Path.of(System.getProperty("waivers")));

    @Test
    void releasedPactsAreInTheBaseline() {
        assertThat(faults(new CrossCheck(Judged.BASELINE), Judged.RELEASED)).isEmpty();
    }

    @Test
    void pactsHandedInAreInTheContract() {
        assertThat(faults(new CrossCheck(Judged.CONTRACT), Judged.HANDED_IN)).isEmpty();
    }

    @Test
    void everyPartOfTheBaselineIsExercisedOrWaived() {
        assertThat(uncovered(Judged.BASELINE)).isEmpty();

        // A part that is new waits for its consumers' tests, which run later.
        uncovered(Judged.CONTRACT).forEach(cell -> System.out.println("new, and not yet exercised: " + cell));
    }

    private static List<String> uncovered(Path contract) {
        return Ledger.ofPacts(ContractDocument.read(contract), Judged.INTERACTIONS, WAIVERS).uncovered().stream()
                .map(Ledger.Row::cell)
                .toList();
    }

    private static List<String> faults(CrossCheck check, List<ConsumerInteraction> interactions) {
        return interactions.stream()
                .flatMap(interaction -> interaction.http().stream()
                        .flatMap(http -> check.faults(http).stream())
                        .map(fault -> interaction.name() + ": " + fault))
                .toList();
    }
}
