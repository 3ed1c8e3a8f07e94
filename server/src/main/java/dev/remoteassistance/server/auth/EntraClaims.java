package dev.remoteassistance.server.auth;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The claims of Microsoft Entra's access tokens: their names, and the caller that they describe. */
public final class EntraClaims {

    public static final String TENANT = "tid";
    public static final String OBJECT = "oid";
    /** The calling application in tokens of version 2. */
    public static final String AUTHORIZED_PARTY = "azp";
    /** Delegated permissions, one string with blanks between them. */
    public static final String SCOPES = "scp";
    /** Application permissions of an application; of a user, roles within the application. */
    public static final String ROLES = "roles";

    public static final String TOKEN_KIND = "idtyp";
    public static final String TOKEN_KIND_APP = "app";
    public static final String TOKEN_KIND_USER = "user";

    /** The calling application in tokens of version 1. */
    private static final String APP_ID = "appid";

    private EntraClaims() {}

    /**
     * Returns the caller. A token is an application's only if it says so: tokens of users can lack {@code scp} and carry
     * {@code roles}.
     */
    static Caller caller(JWTClaimsSet claims) throws InvalidTokenException {
        String appId = Optional.ofNullable(text(claims, AUTHORIZED_PARTY)).orElseGet(() -> text(claims, APP_ID));
        String kind = text(claims, TOKEN_KIND);
        // Tenants are GUIDs, which mean the same in either case; the store must not tell them apart.
        String tenantId = text(claims, TENANT).toLowerCase(Locale.ROOT);
        if (TOKEN_KIND_APP.equals(kind)) {
            return new Caller(tenantId, CallerKind.APP, appId, null, roles(claims));
        }
        if (kind != null && !TOKEN_KIND_USER.equals(kind)) {
            throw new InvalidTokenException("The access token is neither a user's nor an application's.");
        }
        return new Caller(tenantId, CallerKind.USER, appId, text(claims, OBJECT), scopes(claims));
    }

    private static Set<String> scopes(JWTClaimsSet claims) {
        String scopes = text(claims, SCOPES);
        return scopes == null || scopes.isBlank()
                ? Set.of()
                : Set.copyOf(Arrays.asList(scopes.trim().split(" +")));
    }

    private static Set<String> roles(JWTClaimsSet claims) throws InvalidTokenException {
        try {
            List<String> roles = claims.getStringListClaim(ROLES);
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
