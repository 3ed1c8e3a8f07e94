package dev.remoteassistance.peers.spring;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * The caller that a verified token names.
 *
 * @param tenantId id of the account's directory
 * @param appId the calling application; null if the token names none
 * @param userId the directory object of the user; null if the token names none
 */
record Caller(String tenantId, String appId, String userId) {

    static final String TENANT = "tid";

    static Caller of(Jwt token) {
        String app =
                Optional.ofNullable(token.getClaimAsString("azp")).orElseGet(() -> token.getClaimAsString("appid"));
        return new Caller(token.getClaimAsString(TENANT).toLowerCase(Locale.ROOT), app, token.getClaimAsString("oid"));
    }

    static AbstractAuthenticationToken authenticate(Jwt token) {
        return new JwtAuthenticationToken(token, permissions(token));
    }

    /** Returns an application's permissions from {@code roles}, or a user's from {@code scp}; never the reverse. */
    private static List<? extends GrantedAuthority> permissions(Jwt token) {
        List<String> names;
        if ("app".equals(token.getClaimAsString("idtyp"))) {
            names = token.getClaimAsStringList("roles");
        } else {
            String scopes = token.getClaimAsString("scp");
            names = scopes == null ? null : List.of(scopes.split(" "));
        }
        return names == null
                ? List.of()
                : names.stream().map(SimpleGrantedAuthority::new).toList();
    }
}
