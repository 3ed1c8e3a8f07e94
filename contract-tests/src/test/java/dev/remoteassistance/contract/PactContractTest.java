package dev.remoteassistance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.pact.PactFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every consumer sends and expects is what the contract says. */
class PactContractTest {

    private static final CrossCheck CONTRACT = new CrossCheck(Path.of(System.getProperty("contract.file")));

    static List<ConsumerInteraction> interactions() {
        return PactFolder.read(Path.of(System.getProperty("pact.rootDir"))).stream()
                .filter(interaction -> interaction.http().isPresent())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("interactions")
    void isInTheContract(ConsumerInteraction interaction) {
        assertThat(CONTRACT.faults(interaction.http().orElseThrow())).isEmpty();
    }

    @Test
    void everyConsumerIsThere() {
        assertThat(interactions().stream().map(ConsumerInteraction::consumer).distinct())
                .contains("helper-app", "hand-written-caller", "helper-app-of-the-future")
                .hasSizeGreaterThanOrEqualTo(8);
    }
}
