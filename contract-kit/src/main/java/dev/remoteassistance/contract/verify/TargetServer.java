package dev.remoteassistance.contract.verify;

import dev.remoteassistance.contract.replay.ProviderUnderTest;
import dev.remoteassistance.contract.token.TokenSources;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A deployed server. The kit can only send requests to it, with the tokens that were given.
 *
 * @param root the base URL to which the paths of the pacts are appended
 * @param name of the provider state's value that requests in the pacts use as their token
 * @param sources of tokens
 * @param text output that must hide the tokens
 */
record TargetServer(URI root, String name, TokenSources sources, ReportText text) implements ProviderUnderTest {

    @Override
    public Optional<Map<String, Object>> prepare(String state, Map<String, Object> parameters) {
        Optional<String> token = sources.token(state, parameters);
        token.ifPresent(text::hide);
        return token.map(value -> Map.of(name, value));
    }
}
