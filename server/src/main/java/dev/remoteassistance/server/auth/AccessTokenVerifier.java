package dev.remoteassistance.server.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the caller from an access token: signature, issuer, audience and times, in this order.
 *
 * <p>Only RSA signatures count, with keys of the issuer's key set; what the token itself says of keys or their places
 * ({@code jwk}, {@code jku}, {@code x5u}) is never followed. A token that was verified is remembered; one that was refused
 * is not.
 */
public final class AccessTokenVerifier {

    /** How many verified tokens are kept by default. */
    public static final int CACHED_TOKENS = 10_000;

    private static final String UNKNOWN_SIGNATURE = "The access token is not a JWT signed by a key of the issuer.";

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final JWKSource<SecurityContext> keys;
    private final HeldKeys held;
    private final VerifiedTokens verified;
    private final List<IssuerTemplate> issuers;
    private final Set<String> audiences;
    private final Clock clock;

    /**
     * A verifier that keeps {@value #CACHED_TOKENS} verified tokens.
     *
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
        this(keys, issuers, audiences, clock, CACHED_TOKENS);
    }

    /**
     * @param keys the issuer's current keys; tokens are kept only if they are {@link RemoteKeys} or never change
     * @param issuers accepted issuers
     * @param audiences accepted audiences; a token needs one of them
     * @param clock tells the time that tokens are judged by
     * @param cachedTokens how many verified tokens are kept; none if it is 0
     */
    public AccessTokenVerifier(
            JWKSource<SecurityContext> keys,
            Collection<IssuerTemplate> issuers,
            Collection<String> audiences,
            Clock clock,
            int cachedTokens) {
        this.keys = keys;
        this.held = HeldKeys.of(keys);
        this.verified = new VerifiedTokens(cachedTokens, held, clock);
        this.issuers = List.copyOf(issuers);
        this.audiences = Set.copyOf(audiences);
        this.clock = clock;
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(Set.copyOf(JWSAlgorithm.Family.RSA), keys));
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWTClaimsSetVerifier((claims, context) -> verify(claims));
    }

    /**
     * Returns the caller of a token that was verified before and would be again. Answers at once: nothing is computed, and
     * nobody is waited for.
     *
     * @return empty if the token has to be verified, which says nothing of it
     */
    public Optional<Caller> cached(String token) {
        return verified.caller(token);
    }

    /**
     * Verifies a token.
     *
     * @throws InvalidTokenException if the token is not valid here; the message may be given to the caller
     * @throws KeysUnavailableException if the issuer's keys cannot be had, so that the token cannot be judged
     */
    public Caller verify(String token) throws InvalidTokenException, KeysUnavailableException {
        Optional<Caller> known = cached(token);
        if (known.isPresent()) {
            return known.get();
        }
        // Looked at before they are used: if they change meanwhile, the token is verified once more, never once less.
        Optional<JWKSet> before = held.held();
        JWTClaimsSet claims = signedClaims(token);
        Caller caller = CallerClaims.caller(claims);
        before.ifPresent(set -> verified.keep(token, new VerifiedToken(caller, set, TokenTimes.of(claims))));
        return caller;
    }

    private JWTClaimsSet signedClaims(String token) throws InvalidTokenException, KeysUnavailableException {
        try {
            // Signed tokens only: what an encrypted one holds is not even decoded.
            SignedJWT jwt = SignedJWT.parse(token);
            requireOneSpelling(jwt.getSignature());
            return processor.process(jwt, null);
        } catch (RefusedClaimsException e) {
            throw new InvalidTokenException(e.getMessage());
        } catch (ParseException | BadJOSEException e) {
            throw new InvalidTokenException(UNKNOWN_SIGNATURE);
        } catch (KeySourceException e) {
            throw new KeysUnavailableException(e);
        } catch (JOSEException | IllegalArgumentException | IllegalStateException | NullPointerException e) {
            // The library does not foresee everything that can stand in a token.
            throw new InvalidTokenException("The signature of the access token cannot be verified.");
        }
    }

    /**
     * The library passes over characters that do not belong into a signature, which is the one part that is not signed:
     * any caller could make as many valid tokens of one as the cache holds.
     */
    private static void requireOneSpelling(Base64URL signature) throws ParseException {
        if (!Base64URL.encode(signature.decode()).equals(signature)) {
            throw new ParseException("The signature is not in base64url", 0);
        }
    }

    /** Tells whether there are keys to verify tokens with. */
    public boolean hasKeys() {
        if (keys instanceof HeldKeys) {
            return held.held().isPresent();
        }
        try {
            return !keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null)
                    .isEmpty();
        } catch (KeySourceException e) {
            return false;
        }
    }

    private void verify(JWTClaimsSet claims) throws RefusedClaimsException {
        String tenantId = CallerClaims.text(claims, EntraClaims.TENANT);
        if (issuers.stream().noneMatch(issuer -> issuer.matches(claims.getIssuer(), tenantId))) {
            throw new RefusedClaimsException("The access token has an issuer that is not accepted here.");
        }
        if (claims.getAudience().stream().filter(Objects::nonNull).noneMatch(audiences::contains)) {
            throw new RefusedClaimsException("The access token is meant for another audience.");
        }
        TokenTimes times = TokenTimes.of(claims);
        if (times.isExpired(clock.millis())) {
            throw new RefusedClaimsException("The access token has expired.");
        }
        if (times.isEarly(clock.millis())) {
            throw new RefusedClaimsException("The access token is not valid yet.");
        }
        if (tenantId == null || tenantId.isBlank()) {
            throw new RefusedClaimsException("The access token names no tenant.");
        }
    }

    /** A refusal in our words; the library's are not for callers. */
    private static final class RefusedClaimsException extends BadJWTException {

        private static final long serialVersionUID = 1L;

        RefusedClaimsException(String message) {
            super(message);
        }
    }
}
