package dev.remoteassistance.server.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.remoteassistance.server.auth.issuer.IssuerTemplate;
import dev.remoteassistance.server.auth.issuer.KeysUnavailableException;
import dev.remoteassistance.server.auth.issuer.RemoteKeys;
import java.text.ParseException;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Verifies access tokens, first the signature and then the claims, and returns the caller that the token names.
 *
 * <p>Accepts only RSA signatures by keys of the issuer's key set. Ignores every key or key address in the token itself
 * ({@code jwk}, {@code jku}, {@code x5u}). Caches tokens that were verified, but not those that were refused.
 */
public final class AccessTokenVerifier {

    /** Number of verified tokens that are cached by default. */
    public static final int CACHED_TOKENS = 10_000;

    private static final String UNKNOWN_SIGNATURE = "The access token is not a JWT signed by a key of the issuer.";

    private final DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();
    private final ClaimRules rules;
    private final Supplier<Optional<JWKSet>> held;
    private final VerifiedTokens verified;

    /**
     * @param keys the issuer's current keys; tokens are cached only if these are {@link RemoteKeys} or never change
     * @param issuers accepted issuers
     * @param audiences accepted audiences; a token needs one of them
     * @param clock tells the time at which tokens are judged
     * @param cachedTokens how many verified tokens are cached; 0 caches none
     */
    public AccessTokenVerifier(
            JWKSource<SecurityContext> keys,
            Collection<IssuerTemplate> issuers,
            Collection<String> audiences,
            Clock clock,
            int cachedTokens) {
        this.rules = new ClaimRules(issuers, audiences, clock);
        this.held = held(keys);
        this.verified = new VerifiedTokens(cachedTokens, held, clock);
        signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(Set.copyOf(JWSAlgorithm.Family.RSA), keys));
        signatures.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT,
                new JOSEObjectType("at+jwt"),
                new JOSEObjectType("application/jwt"),
                new JOSEObjectType("application/at+jwt"),
                null));
        signatures.setJWTClaimsSetVerifier(null);
    }

    /** Supplies the keys in use; none if the source cannot tell whether they changed. Then no token is cached. */
    private static Supplier<Optional<JWKSet>> held(JWKSource<SecurityContext> keys) {
        if (keys instanceof RemoteKeys remote) {
            return remote::held;
        }
        Optional<JWKSet> fixed = keys instanceof ImmutableJWKSet<?> set
                ? Optional.of(set.getJWKSet()).filter(some -> !some.isEmpty())
                : Optional.empty();
        return () -> fixed;
    }

    /** Returns whether there are keys to verify tokens with. Never waits. */
    public boolean hasKeys() {
        return held.get().isPresent();
    }

    /**
     * Returns the caller of a token that was verified before and is still valid. Computes nothing and never waits.
     *
     * @return empty if the token has to be verified; it may be valid or not
     */
    public Optional<Caller> cached(String token) {
        return verified.caller(token);
    }

    /**
     * Verifies a token.
     *
     * @throws InvalidTokenException if the token is not valid here; the message may be given to the caller
     * @throws KeysUnavailableException if the issuer's keys cannot be looked up, so that the token cannot be judged
     */
    public Caller verify(String token) throws InvalidTokenException, KeysUnavailableException {
        Optional<Caller> known = cached(token);
        if (known.isPresent()) {
            return known.get();
        }
        // Read before use: if the keys change meanwhile, the token is verified once too often, never too rarely.
        Optional<JWKSet> before = held.get();
        JWTClaimsSet claims = signedClaims(token);
        rules.require(claims);
        Caller caller = EntraClaims.caller(claims);
        before.ifPresent(keys -> verified.keep(token, caller, TokenTimes.of(claims), keys));
        return caller;
    }

    private JWTClaimsSet signedClaims(String token) throws InvalidTokenException, KeysUnavailableException {
        try {
            // Signed tokens only: an encrypted token is not even decoded.
            SignedJWT jwt = SignedJWT.parse(token);
            requireOneSpelling(token, jwt);
            return signatures.process(jwt, null);
        } catch (ParseException | BadJOSEException e) {
            throw new InvalidTokenException(UNKNOWN_SIGNATURE);
        } catch (KeySourceException e) {
            throw new KeysUnavailableException(e);
        } catch (JOSEException | IllegalArgumentException | IllegalStateException | NullPointerException e) {
            // The library throws these for some malformed tokens.
            throw new InvalidTokenException("The signature of the access token cannot be verified.");
        }
    }

    /**
     * Refuses other spellings of a token. The library ignores white space around it and invalid characters in its
     * signature. Neither is signed, so a caller could fill the cache with spellings of one token.
     */
    private static void requireOneSpelling(String token, SignedJWT jwt) throws ParseException {
        Base64URL signature = jwt.getSignature();
        if (!jwt.serialize().equals(token)
                || !Base64URL.encode(signature.decode()).equals(signature)) {
            throw new ParseException("The token is not spelled as it was issued", 0);
        }
    }
}
