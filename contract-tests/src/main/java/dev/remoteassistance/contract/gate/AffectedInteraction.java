package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.pact.ConsumerInteraction;
import java.util.List;

/**
 * What a consumer relies on and would lose.
 *
 * @param interaction consumer and interaction
 * @param faults why it would break, in words
 */
public record AffectedInteraction(ConsumerInteraction interaction, List<String> faults) {

    @Override
    public String toString() {
        return interaction + ": " + String.join("; ", faults);
    }
}
