package dev.remoteassistance.client;

import java.time.Duration;
import java.util.Objects;

/**
 * How often a report is sent again, and after which waits. That is always safe: the contract promises that the same report
 * is stored once.
 *
 * @param maxAttempts most attempts for one report, the first included; at least 1, which means no retry
 * @param firstDelay longest wait before the second attempt; doubles with each further one, and each wait is drawn at
 *     random from its upper half, so that many clients do not come back at once
 * @param maxDelay longest wait; an answer whose {@code Retry-After} asks for more ends the report, since the caller can
 *     plan a longer wait better than a blocked thread
 */
public record RetryPolicy(int maxAttempts, Duration firstDelay, Duration maxDelay) {

    /** Four attempts, waits of at most half a second, one second and two, {@code Retry-After} of up to a minute. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(60));

    /** One attempt. */
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

    /** A wait that is longer ends after this: longer ones do not fit into the clocks of the JDK. */
    static final Duration LONGEST = Duration.ofDays(365);

    /** Checks the values. */
    public RetryPolicy {
        Objects.requireNonNull(firstDelay, "firstDelay");
        Objects.requireNonNull(maxDelay, "maxDelay");
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts must be at least 1, not " + maxAttempts);
        }
        if (firstDelay.isNegative() || maxDelay.isNegative()) {
            throw new IllegalArgumentException("delays must not be negative");
        }
    }

    /**
     * Returns the longest wait after an attempt that failed.
     *
     * @param attempt number of that attempt, from 1
     */
    Duration backOff(int attempt) {
        Duration limit = atMostLongest(maxDelay);
        Duration delay = atMostLongest(firstDelay);
        for (int i = 1; i < attempt && delay.compareTo(limit) < 0; i++) {
            delay = delay.multipliedBy(2);
        }
        return delay.compareTo(limit) < 0 ? delay : limit;
    }

    static Duration atMostLongest(Duration duration) {
        return duration.compareTo(LONGEST) < 0 ? duration : LONGEST;
    }
}
