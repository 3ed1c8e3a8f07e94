package dev.remoteassistance.server.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.util.Optional;

/**
 * Tokens that were verified, so that their signatures need not be computed again. A token counts for as long as its times
 * say and the issuer's keys are the very ones that it was verified with: once one of them is withdrawn or added, which is
 * rare, every token is verified anew.
 *
 * <p>The key is the token's whole text: no other token can be taken for it, and comparing text costs less than a digest
 * of it. Memory is bounded, since a long token counts as several.
 */
final class VerifiedTokens {

    private static final int CHARACTERS_EACH = 4_096;

    private final Cache<String, VerifiedToken> tokens;
    private final HeldKeys keys;
    private final Clock clock;

    /**
     * @param size how many tokens of up to 4,096 characters are kept; none if it is 0
     */
    VerifiedTokens(int size, HeldKeys keys, Clock clock) {
        this.tokens = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((String token, VerifiedToken verified) -> 1 + (token.length() - 1) / CHARACTERS_EACH)
                // The little that there is to tidy up is done at once, without a pool of threads.
                .executor(Runnable::run)
                .build();
        this.keys = keys;
        this.clock = clock;
    }

    /** Returns the caller of a token that was verified and still is valid. Nothing is parsed, and nobody waits. */
    Optional<Caller> caller(String token) {
        VerifiedToken verified = tokens.getIfPresent(token);
        if (verified == null) {
            return Optional.empty();
        }
        if (isCurrent(verified)) {
            return Optional.of(verified.caller());
        }
        // Removed only if it is still this one: another thread may have verified the token anew meanwhile.
        tokens.asMap().remove(token, verified);
        return Optional.empty();
    }

    void keep(String token, VerifiedToken verified) {
        tokens.put(token, verified);
    }

    private boolean isCurrent(VerifiedToken verified) {
        Optional<JWKSet> held = keys.held();
        if (held.isEmpty() || held.get() != verified.keys()) {
            return false;
        }
        long now = clock.millis();
        return !verified.times().isExpired(now) && !verified.times().isEarly(now);
    }
}
