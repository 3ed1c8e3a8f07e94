package dev.remoteassistance.contract.pact;

import java.util.List;
import java.util.Optional;

/**
 * Result of replaying one interaction against a provider.
 *
 * @param interaction what the consumer expects
 * @param outcome whether it got that
 * @param faults what it did not get, in words, or why the interaction was skipped
 * @param exchange the request and its response; empty for messages, and if there was no response
 */
public record Verification(
        ConsumerInteraction interaction, Outcome outcome, List<String> faults, Optional<Exchange> exchange) {

    /** Whether a consumer gets what it expects. */
    public enum Outcome {
        PASSED,
        FAILED,
        /**
         * The interaction does not count: a state, a message, a Pact plugin or the provider itself is not available, or
         * the consumer marks the interaction as pending and the provider does not fulfil it yet.
         */
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

    /** Returns a failed verification as skipped, because the consumer says that the interaction is pending. */
    public static Verification pending(Verification failed) {
        List<String> faults =
                failed.faults().stream().map(fault -> "pending: " + fault).toList();
        return new Verification(failed.interaction(), Outcome.SKIPPED, faults, failed.exchange());
    }

    public static Verification of(ConsumerInteraction interaction, List<String> faults, Optional<Exchange> exchange) {
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
