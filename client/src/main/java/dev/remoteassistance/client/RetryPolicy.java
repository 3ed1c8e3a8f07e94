package dev.remoteassistance.client;

import dev.remoteassistance.client.http.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * The number of retries of a request and the waits before them. A retry is always safe: the contract promises that the
 * same report is stored only once, and a query changes nothing.
 *
 * @param maxAttempts maximum number of attempts for one request, including the first; at least 1, which means no retry
 * @param firstDelay maximum wait before the second attempt. It doubles with each further attempt. Each wait is drawn at
 *     random from the upper half of its range, so that many clients do not retry at the same moment
 * @param maxDelay maximum of all waits. An answer whose {@code Retry-After} asks for more ends the attempts, because
 *     the caller can plan a longer wait better than a blocked thread
 */
public record RetryPolicy(int maxAttempts, Duration firstDelay, Duration maxDelay) {

    /** Four attempts, waits of at most half a second, one second and two, {@code Retry-After} of up to a minute. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(60));

    /** One attempt. */
    public static final RetryPolicy NONE = new RetryPolicy(1, Duration.ZERO, Duration.ZERO);

    /** Maximum of all durations. The JDK's clocks overflow with very long ones. */
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
     * Returns how long to wait before the next attempt.
     *
     * @param attempt number of the attempt that failed, from 1
     * @param cause why it failed
     * @return empty if there is to be no other attempt
     */
    Optional<Duration> waitAfter(int attempt, Throwable cause) {
        if (attempt >= maxAttempts) {
            return Optional.empty();
        }
        Duration wait = jitter(backOff(attempt));
        if (cause instanceof Refusal refusal) {
            Duration asked = refusal.response().retryAfter().orElse(Duration.ZERO);
            return refusal.response().isTransient() && asked.compareTo(maxDelay) <= 0
                    ? Optional.of(asked.compareTo(wait) > 0 ? asked : wait)
                    : Optional.empty();
        }
        return isLostConnection(cause) ? Optional.of(wait) : Optional.empty();
    }

    /** Returns whether a retry can help. A TLS handshake that failed once will fail again. */
    private static boolean isLostConnection(Throwable cause) {
        return cause instanceof TimeoutException
                || cause instanceof IOException && !(cause instanceof SSLHandshakeException);
    }

    private static Duration jitter(Duration wait) {
        long half = wait.toMillis() / 2;
        return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(wait.toMillis() - half + 1));
    }

    /**
     * Returns the maximum wait after a failed attempt.
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
