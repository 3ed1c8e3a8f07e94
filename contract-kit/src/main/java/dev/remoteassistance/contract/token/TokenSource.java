package dev.remoteassistance.contract.token;

import java.util.Map;
import java.util.Optional;

/** Source of the access tokens of a provider state. */
@FunctionalInterface
interface TokenSource {

    /**
     * Returns a token for one interaction.
     *
     * @param parameters the state's parameters in the pact
     * @return empty if the target cannot be put into the state
     */
    Optional<String> token(Map<String, Object> parameters);
}
