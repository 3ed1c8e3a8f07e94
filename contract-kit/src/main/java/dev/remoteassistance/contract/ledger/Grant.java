package dev.remoteassistance.contract.ledger;

import dev.remoteassistance.contract.pact.Exchange;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a request's credentials grant.
 *
 * @param flow the OAuth 2.0 flow that the credentials come from, by its name in OpenAPI; empty where the scheme has none
 * @param scopes what is granted
 */
public record Grant(String flow, Set<String> scopes) {

    /** Tells what a request that was sent was granted; empty if it bore no credentials. */
    @FunctionalInterface
    public interface Reader extends Function<Exchange, Optional<Grant>> {}
}
