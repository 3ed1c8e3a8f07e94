package dev.remoteassistance.contract.pact;

import java.util.List;
import java.util.Optional;

/**
 * What came out when one interaction was replayed against a provider.
 *
 * @param interaction what the consumer expects
 * @param outcome whether it got that
 * @param faults in words, what it did not get, or why the interaction was skipped
 * @param exchange what was sent and answered; empty for messages, and where there was no answer
 */
public record Verification(
        ConsumerInteraction interaction, Outcome outcome, List<String> faults, Optional<Exchange> exchange) {

    /** Whether a consumer gets what it expects. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** The provider cannot be put into a state that the interaction needs. */
        SKIPPED
    }

    /** An interaction that was not replayed. */
    public static Verification skipped(ConsumerInteraction interaction, String reason) {
        return new Verification(interaction, Outcome.SKIPPED, List.of(reason), Optional.empty());
    }

    /** An interaction that was not replayed, with the exchange that its pact describes. */
    public static Verification described(ConsumerInteraction interaction) {
        return new Verification(
                interaction,
                Outcome.SKIPPED,
                List.of("there is no provider"),
                interaction.http().map(Exchange::describedBy));
    }

    static Verification of(ConsumerInteraction interaction, List<String> faults, Optional<Exchange> exchange) {
        return new Verification(interaction, faults.isEmpty() ? Outcome.PASSED : Outcome.FAILED, faults, exchange);
    }

    public boolean passed() {
        return outcome == Outcome.PASSED;
    }

    @Override
    public String toString() {
        return interaction.name();
    }
}
