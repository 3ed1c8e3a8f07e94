package dev.remoteassistance.contract.pact;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import java.util.Optional;

/** One interaction of a consumer's pact. */
public record ConsumerInteraction(Pact pact, Interaction interaction) {

    public String consumer() {
        return pact.getConsumer().getName();
    }

    /** Names the interaction among all pacts of a provider. */
    public String name() {
        return consumer() + ": " + interaction.getDescription();
    }

    /** Request and response; empty for a message. */
    public Optional<SynchronousRequestResponse> http() {
        return interaction instanceof SynchronousRequestResponse http ? Optional.of(http) : Optional.empty();
    }

    /** Returns whether the consumer says that the provider need not fulfil the interaction yet. */
    public boolean isPending() {
        return interaction.isV4() && interaction.asV4Interaction().getPending();
    }

    @Override
    public String toString() {
        return name();
    }
}
