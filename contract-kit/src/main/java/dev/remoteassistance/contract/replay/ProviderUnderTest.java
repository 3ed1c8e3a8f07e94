package dev.remoteassistance.contract.replay;

import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.Exchange;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A running provider, as seen by its verification. One interaction is verified at a time. */
public interface ProviderUnderTest {

    /** Called before each interaction, so that none sees what an earlier one left behind. */
    default void reset() {}

    /**
     * Puts the provider into a state that an interaction needs.
     *
     * @param state its name in the pact
     * @param parameters the state's parameters in the pact, never null
     * @return values of the state for the request, by the names that the pact uses; empty if the provider cannot be put
     *     into the state, so that the interaction must be skipped
     * @throws PreparationException if the attempt itself is not possible
     */
    Optional<Map<String, Object>> prepare(String state, Map<String, Object> parameters);

    /** Returns the base URL to which the paths of the pacts are appended; called after the states are prepared. */
    URI root();

    /**
     * Makes the provider produce a message.
     *
     * @param description its name in the pact
     * @return the content; empty if this provider gives no access to its messages
     */
    default Optional<String> message(String description) {
        return Optional.empty();
    }

    /**
     * Returns what is wrong with the provider after an exchange, apart from the response; empty if it cannot be
     * inspected.
     */
    default List<String> inspect(ConsumerInteraction interaction, Exchange exchange) {
        return List.of();
    }
}
