package dev.remoteassistance.server.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a verified token says of its caller. */
final class CallerClaims {

    private CallerClaims() {}

    /**
     * A token is an application's only if it says so: tokens of users can lack {@code scp} and carry {@code roles}.
     */
    static Caller caller(JWTClaimsSet claims) throws InvalidTokenException {
        String appId = text(claims, EntraClaims.AUTHORIZED_PARTY);
        if (appId == null) {
            appId = text(claims, EntraClaims.APP_ID);
        }
        String kind = text(claims, EntraClaims.TOKEN_KIND);
        // Tenants are GUIDs, which mean the same in either case; the store must not tell them apart.
        String tenantId = text(claims, EntraClaims.TENANT).toLowerCase(Locale.ROOT);
        if (EntraClaims.TOKEN_KIND_APP.equals(kind)) {
            return new Caller(tenantId, CallerKind.APP, appId, null, roles(claims));
        }
        if (kind != null && !EntraClaims.TOKEN_KIND_USER.equals(kind)) {
            throw new InvalidTokenException("The access token is neither a user's nor an application's.");
        }
        return new Caller(tenantId, CallerKind.USER, appId, text(claims, EntraClaims.OBJECT), scopes(claims));
    }

    private static Set<String> scopes(JWTClaimsSet claims) {
        String scopes = text(claims, EntraClaims.SCOPES);
        return scopes == null || scopes.isBlank()
                ? Set.of()
                : Set.copyOf(Arrays.asList(scopes.trim().split(" +")));
    }

    private static Set<String> roles(JWTClaimsSet claims) throws InvalidTokenException {
        try {
            List<String> roles = claims.getStringListClaim(EntraClaims.ROLES);
            return roles == null ? Set.of() : Set.copyOf(roles);
        } catch (ParseException | NullPointerException e) {
            throw new InvalidTokenException("The roles of the access token cannot be read.");
        }
    }

    /** A claim that is no text counts as absent. */
    static String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? text : null;
    }
}
