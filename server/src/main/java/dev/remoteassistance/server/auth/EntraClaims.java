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
    /** Name of the claim for the calling application in tokens of version 2. */
    public static final String AUTHORIZED_PARTY = "azp";
    /** Delegated permissions of a user, in one string, separated by blanks. */
    public static final String SCOPES = "scp";
    /** Permissions of an application, or roles of a user within the application. */
    public static final String ROLES = "roles";

    public static final String TOKEN_KIND = "idtyp";
    public static final String TOKEN_KIND_APP = "app";
    public static final String TOKEN_KIND_USER = "user";

    /** Name of the claim for the calling application in tokens of version 1. */
    private static final String APP_ID = "appid";

    private EntraClaims() {}

    /**
     * Returns the caller. Treats it as an application only if {@code idtyp} says so, because a user's token can lack
     * {@code scp} and carry {@code roles}.
     */
    static Caller caller(JWTClaimsSet claims) throws InvalidTokenException {
        String appId = Optional.ofNullable(text(claims, AUTHORIZED_PARTY)).orElseGet(() -> text(claims, APP_ID));
        String kind = text(claims, TOKEN_KIND);
        // Tenant ids are GUIDs, whose case has no meaning; in lower case, the store sees one tenant and not two.
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

    /** Returns the text of a claim; null if the claim is absent or not a string. */
    static String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? text : null;
    }
}
