package dev.remoteassistance.peers.quarkus;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The caller that a verified token names.
 *
 * @param tenantId id of the account's directory
 * @param appId the calling application; null if the token names none
 * @param userId the directory object of the user; null if the token names none
 */
record Caller(String tenantId, String appId, String userId) {

    private static final String TENANT = "tid";

    static Caller of(JsonWebToken token) {
        String app = Optional.<String>ofNullable(token.getClaim("azp")).orElseGet(() -> token.getClaim("appid"));
        return new Caller(token.<String>getClaim(TENANT).toLowerCase(Locale.ROOT), app, token.getClaim("oid"));
    }

    /** Returns whether the token names a tenant, without which its reports cannot be stored. */
    static boolean namesTenant(JsonWebToken token) {
        return token.getClaim(TENANT) instanceof String tenant && !tenant.isBlank();
    }

    /** Returns an application's permissions from {@code roles}, or a user's from {@code scp}; never the reverse. */
    static Set<String> permissions(JsonWebToken token) {
        if ("app".equals(token.getClaim("idtyp"))) {
            JsonArray roles = token.getClaim("roles");
            return roles == null
                    ? Set.of()
                    : roles.getValuesAs(JsonString.class).stream()
                            .map(JsonString::getString)
                            .collect(Collectors.toUnmodifiableSet());
        }
        String scopes = token.getClaim("scp");
        return scopes == null ? Set.of() : Set.of(scopes.split(" "));
    }
}
