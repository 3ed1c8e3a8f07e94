package dev.remoteassistance.server.throttle;

import java.time.Duration;

/**
 * Why a request is not let pass, and until when.
 *
 * @param reason in words for the caller
 * @param delay after which the same request would be let pass, if nobody else came first
 */
public record ThrottleRefusal(String reason, Duration delay) {

    /** Returns the delay in whole seconds: rounded up, since a caller that comes a moment early is refused again. */
    public long retryAfterSeconds() {
        return Math.max(1, delay.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
