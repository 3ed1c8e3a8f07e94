package dev.remoteassistance.server.auth;

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
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/**
 * An issuer with a single key, for development and tests: its tokens look like Entra's and are really signed, but only
 * a server that was started with the same key accepts them.
 */
public final class DevIssuer {

    /** The tenant of tokens that name no other. */
    public static final String DEFAULT_TENANT = "00000000-0000-0000-0000-00000000de01";

    private static final IssuerTemplate ISSUER = new IssuerTemplate("https://dev.invalid/{tenantid}/v2.0");
    private static final String AUDIENCE = "api://remote-assistance-dev";
    private static final String APP = "00000000-0000-0000-0000-00000000de02";
    private static final String USER = "00000000-0000-0000-0000-00000000de03";
    private static final int KEY_BITS = 2048;

    private final RSAKey key;
    private final Clock clock;

    private DevIssuer(RSAKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** An issuer with a new key. */
    public static DevIssuer create(Clock clock) {
        try {
            return new DevIssuer(
                    new RSAKeyGenerator(KEY_BITS)
                            .keyID(UUID.randomUUID().toString())
                            .algorithm(JWSAlgorithm.RS256)
                            .generate(),
                    clock);
        } catch (JOSEException e) {
            throw new IllegalStateException("No signing key can be made", e);
        }
    }

    /** An issuer with the key that {@link #toJson()} gave. */
    public static DevIssuer fromJson(String jwk, Clock clock) throws ParseException {
        RSAKey key = RSAKey.parse(jwk);
        if (!key.isPrivate()) {
            throw new ParseException("The key lacks its private part", 0);
        }
        return new DevIssuer(key, clock);
    }

    /** Returns the key, its private part included. */
    public String toJson() {
        return key.toJSONString();
    }

    /** Returns a verifier that accepts this issuer's tokens. */
    public AccessTokenVerifier verifier() {
        return new AccessTokenVerifier(
                new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())), List.of(ISSUER), List.of(AUDIENCE), clock);
    }

    /** Issues a signed token. */
    public String issue(TokenRequest request) {
        Instant now = clock.instant();
        // An expired token was issued, and became valid, before it expired.
        Instant issued =
                request.lifetime().isNegative() ? now.plus(request.lifetime().multipliedBy(2)) : now;
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER.of(request.tenantId()))
                .audience(AUDIENCE)
                .issueTime(Date.from(issued))
                .notBeforeTime(Date.from(issued))
                .expirationTime(Date.from(now.plus(request.lifetime())))
                .claim(EntraClaims.TENANT, request.tenantId())
                .claim(EntraClaims.AUTHORIZED_PARTY, APP);
        if (request.kind() == CallerKind.APP) {
            claims.subject(APP)
                    .claim(EntraClaims.TOKEN_KIND, EntraClaims.TOKEN_KIND_APP)
                    .claim(EntraClaims.OBJECT, APP)
                    .claim(EntraClaims.ROLES, List.copyOf(request.permissions()));
        } else {
            claims.subject(USER)
                    .claim(EntraClaims.TOKEN_KIND, EntraClaims.TOKEN_KIND_USER)
                    .claim(EntraClaims.OBJECT, USER)
                    .claim(EntraClaims.SCOPES, String.join(" ", request.permissions()));
        }
        return sign(claims.build());
    }

    private String sign(JWTClaimsSet claims) {
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
