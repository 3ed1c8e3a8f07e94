package dev.remoteassistance.server.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A cache of verified tokens, so that a signature is not computed twice. An entry is used only while the token is valid
 * and the issuer's key set is the one that verified it. When a key is added or withdrawn, which is rare, every token is
 * verified anew.
 *
 * <p>The cache key is the whole text of the token: no other token can be mistaken for it, and comparing text costs less
 * than computing a digest. Memory is bounded, because a long token counts as several.
 */
final class VerifiedTokens {

    private static final int CHARACTERS_EACH = 4_096;

    private final Cache<String, Entry> tokens;
    private final Supplier<Optional<JWKSet>> keys;
    private final Clock clock;

    /**
     * @param size how many tokens of up to 4,096 characters are cached; 0 caches none
     * @param keys the issuer's keys in use; supplies the same object until they change
     */
    VerifiedTokens(int size, Supplier<Optional<JWKSet>> keys, Clock clock) {
        this.tokens = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((String token, Entry entry) -> 1 + (token.length() - 1) / CHARACTERS_EACH)
                // The cache's maintenance is short, so the calling thread does it, without a thread pool.
                .executor(Runnable::run)
                .build();
        this.keys = keys;
        this.clock = clock;
    }

    /** Returns the caller of a cached token that is still valid. Parses nothing and never waits. */
    Optional<Caller> caller(String token) {
        Entry entry = tokens.getIfPresent(token);
        if (entry == null) {
            return Optional.empty();
        }
        if (isCurrent(entry)) {
            return Optional.of(entry.caller());
        }
        // Remove only this entry: another thread may have verified the token anew meanwhile.
        tokens.asMap().remove(token, entry);
        return Optional.empty();
    }

    /**
     * Caches a verified token.
     *
     * @param verifiedWith the keys that were in use when the token's verification began
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
