package dev.remoteassistance.contract.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.provider.VerifiedPacts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract allows what every consumer sends and expects. */
class PactContractTest {

    static List<ConsumerInteraction> interactions() {
        return VerifiedPacts.INTERACTIONS.stream()
                .filter(interaction -> interaction.http().isPresent())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("interactions")
    void isInTheContract(ConsumerInteraction interaction) {
        assertThat(VerifiedPacts.CROSS_CHECK.faults(interaction.http().orElseThrow()))
                .as(interaction.name())
                .isEmpty();
    }

    @Test
    void everyConsumerIsThere() {
        assertThat(interactions().stream().map(ConsumerInteraction::consumer).distinct())
                .contains("helper-app", "hand-written-caller", "helper-app-of-the-future")
                .hasSizeGreaterThanOrEqualTo(8);
    }
}
