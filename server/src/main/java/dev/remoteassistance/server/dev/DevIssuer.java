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
import dev.remoteassistance.server.FailedException;
import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.auth.EntraClaims;
import dev.remoteassistance.server.auth.issuer.IssuerTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.text.ParseException;
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

    static final IssuerTemplate ISSUER = new IssuerTemplate("https://dev.invalid/{tenantid}/v2.0");
    static final String AUDIENCE = "api://remote-assistance-dev";
    private static final String APP = "00000000-0000-0000-0000-00000000de02";
    private static final String USER = "00000000-0000-0000-0000-00000000de03";
    private static final int KEY_BITS = 2048;

    private final RSAKey key;
    private final Clock clock;

    private DevIssuer(RSAKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Returns an issuer with a new key. */
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

    /** Returns the issuer with the key of a data directory. Creates the key if there is none yet. */
    static DevIssuer loadOrCreate(DataDirectory directory, Clock clock) throws IOException {
        if (Files.exists(directory.signingKey())) {
            return load(directory, clock);
        }
        DevIssuer issuer = create(clock);
        directory.writeSecret(directory.signingKey(), issuer.key.toJSONString());
        return issuer;
    }

    /** Returns the issuer with the key of a data directory, which must exist. */
    static DevIssuer load(DataDirectory directory, Clock clock) throws IOException {
        if (!Files.exists(directory.signingKey())) {
            throw new FailedException(
                    "There is no signing key in %s. The command dev makes one when it first runs there."
                            .formatted(directory.path()));
        }
        try {
            RSAKey key = RSAKey.parse(Files.readString(directory.signingKey()));
            if (key.isPrivate()) {
                return new DevIssuer(key, clock);
            }
        } catch (ParseException | IllegalArgumentException e) {
            // The message below fits this case as well.
        }
        throw new FailedException(
                "%s is no signing key. Delete it, and dev makes a new one.".formatted(directory.signingKey()));
    }

    /** Returns the key that verifies this issuer's tokens, as a JSON Web Key Set. */
    String keySet() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** Returns a verifier that accepts this issuer's tokens. */
    public AccessTokenVerifier verifier() {
        return new AccessTokenVerifier(
                new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK())),
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
        Instant now = clock.instant();
        // A token that has expired must have been issued, and must have become valid, before it expired.
        Date issued = Date.from(lifetime.isNegative() ? now.plus(lifetime.multipliedBy(2)) : now);
        boolean app = kind == CallerKind.APP;
        String account = app ? APP : USER;
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
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
                        app ? List.copyOf(permissions) : String.join(" ", permissions))
                .build();
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
