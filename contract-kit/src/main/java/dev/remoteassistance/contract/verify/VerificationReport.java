package dev.remoteassistance.contract.verify;

import dev.remoteassistance.contract.pact.Verification.Outcome;
import java.util.List;

/**
 * Results of all interactions.
 *
 * @param name of the kit
 * @param target address of the server
 * @param interactions in the order of the pacts
 */
record VerificationReport(String name, String target, List<ReportedInteraction> interactions) {

    long count(Outcome outcome) {
        return interactions.stream()
                .filter(interaction -> interaction.outcome() == outcome)
                .count();
    }

    /** The counts in a sentence. */
    String summary() {
        return "%d interactions: %d passed, %d failed, %d skipped"
                .formatted(interactions.size(), count(Outcome.PASSED), count(Outcome.FAILED), count(Outcome.SKIPPED));
    }
}
