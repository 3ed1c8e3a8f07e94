package dev.remoteassistance.peers.quarkus;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a verified token says of its bearer.
 *
 * @param tenantId directory of the account
 * @param appId the calling application; null where the token names none
 * @param userId the directory object of the user; null where the token names none
 */
record Caller(String tenantId, String appId, String userId) {

    private static final String TENANT = "tid";

    static Caller of(JsonWebToken token) {
        String app = Optional.<String>ofNullable(token.getClaim("azp")).orElseGet(() -> token.getClaim("appid"));
        return new Caller(token.<String>getClaim(TENANT).toLowerCase(Locale.ROOT), app, token.getClaim("oid"));
    }

    /** A token that names no tenant has nowhere to store its reports. */
    static boolean namesTenant(JsonWebToken token) {
        return token.getClaim(TENANT) instanceof String tenant && !tenant.isBlank();
    }

    /** An application's permissions stand in {@code roles}, a user's in {@code scp}; one never counts for the other. */
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
