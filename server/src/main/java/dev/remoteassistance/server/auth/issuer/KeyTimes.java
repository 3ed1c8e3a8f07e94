package dev.remoteassistance.server.auth.issuer;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * The intervals and time limits of key lookups.
 *
 * @param refresh interval of the lookups in the background; a withdrawn key stays valid for this long
 * @param retry pause after a failed lookup, and between lookups that tokens of unknown keys cause
 * @param lookup time limit of one lookup
 * @param outage how long keys stay in use if no lookup confirms them
 */
record KeyTimes(Duration refresh, Duration retry, Duration lookup, Duration outage) {

    static final KeyTimes PRODUCTION =
            new KeyTimes(Duration.ofMinutes(5), Duration.ofSeconds(5), Duration.ofSeconds(4), Duration.ofHours(4));

    /** Lookups without a pause, so that several new keys in a row are found without delay. */
    static final int MAX_LOOKUPS_AT_ONCE = 5;

    /**
     * Returns the rate limit of lookups for unknown keys, which anybody can cause: a few at once, then one in each
     * pause.
     */
    Bucket lookupLimit(TimeMeter time) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(MAX_LOOKUPS_AT_ONCE).refillGreedy(1, retry))
                .withCustomTimePrecision(time)
                .build();
    }
}
