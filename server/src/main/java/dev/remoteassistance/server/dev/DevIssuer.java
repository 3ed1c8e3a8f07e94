package dev.remoteassistance.server.dev;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.auth.EntraClaims;
import dev.remoteassistance.server.auth.issuer.IssuerTemplate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * An issuer with a single key, for development and tests: its tokens look like Entra's and are really signed, but only
 * a server that was started with the same key accepts them.
 */
public final class DevIssuer {

    /** The tenant of a token if no other is asked for. */
    public static final String DEFAULT_TENANT = "00000000-0000-0000-0000-00000000de01";

    /** The issuer that its tokens name. */
    public static final IssuerTemplate ISSUER = new IssuerTemplate("https://dev.invalid/{tenantid}/v2.0");
    /** The API that its tokens are for. */
    public static final String AUDIENCE = "api://remote-assistance-dev";

    private static final String APP = "00000000-0000-0000-0000-00000000de02";
    private static final String USER = "00000000-0000-0000-0000-00000000de03";
    private static final int KEY_BITS = 2048;

    private final RSAKey key;
    private final Clock clock;

    private DevIssuer(RSAKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Returns an issuer with this key, which must be private and have an id. */
    public static DevIssuer of(RSAKey key, Clock clock) {
        return new DevIssuer(key, clock);
    }

    /** Returns an issuer with a new key, which takes seconds to make. */
    public static DevIssuer create(Clock clock) {
        return of(newKey(), clock);
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(KEY_BITS)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("No signing key can be made", e);
        }
    }

    /** Returns the public key that verifies this issuer's tokens. */
    public JWKSet keySet() {
        return new JWKSet(key.toPublicJWK());
    }

    /** Returns a verifier that accepts this issuer's tokens. */
    public AccessTokenVerifier verifier() {
        return new AccessTokenVerifier(
                new ImmutableJWKSet<>(keySet()),
                List.of(ISSUER),
                List.of(AUDIENCE),
                clock,
                AccessTokenVerifier.CACHED_TOKENS);
    }

    /**
     * Issues a signed token.
     *
     * @param kind whether it is a user's or an application's token
     * @param tenantId tenant of the account
     * @param permissions delegated permissions for a user, application permissions for an application
     * @param lifetime from now to expiry; negative for a token that has expired
     */
    public String issue(CallerKind kind, String tenantId, List<String> permissions, Duration lifetime) {
        return sign(claims(kind, tenantId, permissions, lifetime).build());
    }

    /** Returns what {@link #issue} signs, for a test that changes some of it. */
    public JWTClaimsSet.Builder claims(CallerKind kind, String tenantId, List<String> permissions, Duration lifetime) {
        Instant now = clock.instant();
        // A token that has expired must have been issued, and must have become valid, before it expired.
        Date issued = Date.from(lifetime.isNegative() ? now.plus(lifetime.multipliedBy(2)) : now);
        boolean app = kind == CallerKind.APP;
        String account = app ? APP : USER;
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER.of(tenantId))
                .audience(AUDIENCE)
                .subject(account)
                .issueTime(issued)
                .notBeforeTime(issued)
                .expirationTime(Date.from(now.plus(lifetime)))
                .claim(EntraClaims.TENANT, tenantId)
                .claim(EntraClaims.OBJECT, account)
                .claim(EntraClaims.AUTHORIZED_PARTY, APP)
                .claim(EntraClaims.TOKEN_KIND, app ? EntraClaims.TOKEN_KIND_APP : EntraClaims.TOKEN_KIND_USER)
                .claim(
                        app ? EntraClaims.ROLES : EntraClaims.SCOPES,
                        app ? List.copyOf(permissions) : String.join(" ", permissions));
    }

    /** Returns a token with exactly these claims. */
    public String sign(JWTClaimsSet claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The token cannot be signed", e);
        }
        return token.serialize();
    }
}
