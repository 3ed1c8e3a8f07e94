package dev.remoteassistance.server.auth.issuer;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * How often, and how long, an issuer is asked for its keys.
 *
 * @param refresh from one lookup in the background to the next; a withdrawn key stays valid for this long
 * @param retry from a failed lookup to the next, and between lookups that unknown keys cause
 * @param lookup a lookup that takes longer has failed
 * @param outage keys that the issuer has not confirmed for this long are forgotten
 */
record KeyTimes(Duration refresh, Duration retry, Duration lookup, Duration outage) {

    static final KeyTimes PRODUCTION =
            new KeyTimes(Duration.ofMinutes(5), Duration.ofSeconds(5), Duration.ofSeconds(4), Duration.ofHours(4));

    /** Several new keys in a row are found without delay. */
    static final int MAX_LOOKUPS_AT_ONCE = 5;

    /** Returns the limit on lookups for unknown keys, which anybody can cause: some at once, then one in each pause. */
    Bucket lookupLimit(TimeMeter time) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(MAX_LOOKUPS_AT_ONCE).refillGreedy(1, retry))
                .withCustomTimePrecision(time)
                .build();
    }
}
