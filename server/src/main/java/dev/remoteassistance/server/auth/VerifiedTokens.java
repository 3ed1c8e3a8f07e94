package dev.remoteassistance.server.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tokens that were verified, so that their signatures need not be computed again. A token counts for as long as its times
 * say and the issuer's keys are the very ones that it was verified with: when a key is added or withdrawn, which is rare,
 * every token is verified anew.
 *
 * <p>The key is the token's whole text: no other token can be taken for it, and comparing text costs less than a digest
 * of it. Memory is bounded, since a long token counts as several.
 */
final class VerifiedTokens {

    private static final int CHARACTERS_EACH = 4_096;

    private final Cache<String, Entry> tokens;
    private final Supplier<Optional<JWKSet>> keys;
    private final Clock clock;

    /**
     * @param size how many tokens of up to 4,096 characters are kept; 0 keeps none
     * @param keys the issuer's keys in use, the same object for as long as they are the same
     */
    VerifiedTokens(int size, Supplier<Optional<JWKSet>> keys, Clock clock) {
        this.tokens = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((String token, Entry entry) -> 1 + (token.length() - 1) / CHARACTERS_EACH)
                // There is little to tidy up, so the caller does it at once, without a pool of threads.
                .executor(Runnable::run)
                .build();
        this.keys = keys;
        this.clock = clock;
    }

    /** Returns the caller of a token that was verified and still is valid. Parses nothing and never waits. */
    Optional<Caller> caller(String token) {
        Entry entry = tokens.getIfPresent(token);
        if (entry == null) {
            return Optional.empty();
        }
        if (isCurrent(entry)) {
            return Optional.of(entry.caller());
        }
        // Removed only if it is still this one: another thread may have verified the token anew meanwhile.
        tokens.asMap().remove(token, entry);
        return Optional.empty();
    }

    /**
     * Keeps a token.
     *
     * @param verifiedWith the issuer's keys when its verification began
     */
    void keep(String token, Caller caller, TokenTimes times, JWKSet verifiedWith) {
        tokens.put(token, new Entry(caller, times, verifiedWith));
    }

    private boolean isCurrent(Entry entry) {
        Optional<JWKSet> inUse = keys.get();
        if (inUse.isEmpty() || inUse.get() != entry.keys()) {
            return false;
        }
        long now = clock.millis();
        return !entry.times().isExpired(now) && !entry.times().isEarly(now);
    }

    private record Entry(Caller caller, TokenTimes times, JWKSet keys) {}
}
