package dev.remoteassistance.server.auth;

import java.time.Duration;
import java.util.List;

/**
 * What a development token shall say.
 *
 * @param kind whose token
 * @param tenantId tenant of the account
 * @param permissions delegated permissions for a user, application permissions for an application
 * @param lifetime from now to expiry; negative for a token that has expired
 */
public record TokenRequest(CallerKind kind, String tenantId, List<String> permissions, Duration lifetime) {

    public TokenRequest {
        permissions = List.copyOf(permissions);
    }
}
