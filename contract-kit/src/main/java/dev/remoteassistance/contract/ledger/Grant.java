package dev.remoteassistance.contract.ledger;

import dev.remoteassistance.contract.pact.Exchange;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The permissions that a request's credentials grant.
 *
 * @param flow the OAuth 2.0 flow that the credentials come from, by its name in OpenAPI; empty where the scheme has
 *     none
 * @param scopes the granted scopes
 */
public record Grant(String flow, Set<String> scopes) {

    /** Returns the grant of a request that was sent; empty if it had no credentials. */
    @FunctionalInterface
    public interface Reader extends Function<Exchange, Optional<Grant>> {}
}
