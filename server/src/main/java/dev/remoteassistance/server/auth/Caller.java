package dev.remoteassistance.server.auth;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/**
 * The sender of a request, as the verified token names it; never as the body does.
 *
 * @param tenantId id of the account's directory, in lower case
 * @param kind whether the caller is a user or an application
 * @param appId the calling application; null where the token names none
 * @param userId the directory object of the user; null for an application
 * @param permissions delegated permissions of a user, or application permissions of an application
 */
public record Caller(String tenantId, CallerKind kind, String appId, String userId, Set<String> permissions)
        implements Principal {

    public Caller {
        permissions = Set.copyOf(permissions);
    }

    /** Returns the user, or the application where no user is involved. */
    @Override
    public String getName() {
        return Optional.ofNullable(userId).or(() -> Optional.ofNullable(appId)).orElse(tenantId);
    }
}
