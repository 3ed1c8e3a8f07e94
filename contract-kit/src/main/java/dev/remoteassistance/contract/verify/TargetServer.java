package dev.remoteassistance.contract.verify;

import dev.remoteassistance.contract.pact.ProviderUnderTest;
import dev.remoteassistance.contract.token.TokenSources;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A server that somebody deployed. All that can be done to it is to send requests, with whatever tokens there are.
 *
 * @param root where the paths of the pacts begin
 * @param name by which requests in the pacts ask for a token
 * @param sources of tokens
 * @param text learns which tokens it has to hide
 */
record TargetServer(URI root, String name, TokenSources sources, ReportText text) implements ProviderUnderTest {

    @Override
    public Optional<Map<String, Object>> prepare(String state, Map<String, Object> parameters) {
        Optional<String> token = sources.token(state, parameters);
        token.ifPresent(text::hide);
        return token.map(value -> Map.of(name, value));
    }
}
