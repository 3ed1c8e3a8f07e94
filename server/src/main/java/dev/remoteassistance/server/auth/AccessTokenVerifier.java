package dev.remoteassistance.server.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Tells the caller from an access token: signature, issuer, audience and times, in this order.
 *
 * <p>Only RSA signatures count, with keys of the issuer's key set; what the token itself says of keys or their places
 * ({@code jwk}, {@code jku}, {@code x5u}) is never followed.
 */
public final class AccessTokenVerifier {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private static final String UNKNOWN_SIGNATURE = "The access token is not a JWT signed by a key of the issuer.";

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final JWKSource<SecurityContext> keys;
    private final List<IssuerTemplate> issuers;
    private final Set<String> audiences;
    private final Clock clock;

    /**
     * @param keys the issuer's current keys
     * @param issuers accepted issuers
     * @param audiences accepted audiences; a token needs one of them
     * @param clock tells the time that tokens are judged by
     */
    public AccessTokenVerifier(
            JWKSource<SecurityContext> keys,
            Collection<IssuerTemplate> issuers,
            Collection<String> audiences,
            Clock clock) {
        this.keys = keys;
        this.issuers = List.copyOf(issuers);
        this.audiences = Set.copyOf(audiences);
        this.clock = clock;
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(Set.copyOf(JWSAlgorithm.Family.RSA), keys));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier((claims, context) -> verify(claims));
    }

    /**
     * Verifies a token.
     *
     * @throws InvalidTokenException if the token is not valid here; the message may be given to the caller
     * @throws KeysUnavailableException if the issuer's keys cannot be had, so that the token cannot be judged
     */
    public Caller verify(String token) throws InvalidTokenException, KeysUnavailableException {
        try {
            // Signed tokens only: what an encrypted one holds is not even decoded.
            return caller(processor.process(SignedJWT.parse(token), null));
        } catch (BadJWTException e) {
            throw new InvalidTokenException(e.getMessage());
        } catch (ParseException | BadJOSEException e) {
            throw new InvalidTokenException(UNKNOWN_SIGNATURE);
        } catch (RateLimitReachedException e) {
            // The token names a key that is not among the issuer's, and they have been looked up again just now.
            if (hasKeys()) {
                throw new InvalidTokenException(UNKNOWN_SIGNATURE);
            }
            throw new KeysUnavailableException(e);
        } catch (KeySourceException e) {
            throw new KeysUnavailableException(e);
        } catch (JOSEException | IllegalArgumentException | IllegalStateException | NullPointerException e) {
            // The library does not foresee everything that can stand in a token.
            throw new InvalidTokenException("The signature of the access token cannot be verified.");
        }
    }

    /** Tells whether there are keys to verify tokens with, asking the issuer for them if need be. */
    public boolean hasKeys() {
        try {
            return !keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                    .isEmpty();
        } catch (KeySourceException e) {
            return false;
        }
    }

    private void verify(JWTClaimsSet claims) throws BadJWTException {
        String tenantId = text(claims, EntraClaims.TENANT);
        if (issuers.stream().noneMatch(issuer -> issuer.matches(claims.getIssuer(), tenantId))) {
            throw new BadJWTException("The access token has an issuer that is not accepted here.");
        }
        if (claims.getAudience().stream().filter(Objects::nonNull).noneMatch(audiences::contains)) {
            throw new BadJWTException("The access token is meant for another audience.");
        }
        Instant now = clock.instant();
        Date expiry = claims.getExpirationTime();
        if (expiry == null || !now.isBefore(expiry.toInstant().plus(CLOCK_SKEW))) {
            throw new BadJWTException("The access token has expired.");
        }
        Date notBefore = claims.getNotBeforeTime();
        if (notBefore != null && now.isBefore(notBefore.toInstant().minus(CLOCK_SKEW))) {
            throw new BadJWTException("The access token is not valid yet.");
        }
        if (tenantId == null || tenantId.isBlank()) {
            throw new BadJWTException("The access token names no tenant.");
        }
    }

    /**
     * A token is an application's only if it says so: tokens of users can lack {@code scp} and carry {@code roles}.
     */
    private static Caller caller(JWTClaimsSet claims) throws InvalidTokenException {
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
    private static String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? text : null;
    }
}
