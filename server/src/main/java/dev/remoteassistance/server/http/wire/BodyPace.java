package dev.remoteassistance.server.http.wire;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How fast a body comes. A sender that is slower than 256 bytes a second over five seconds, or takes longer than a
 * minute in all, is an attack and no connection.
 */
final class BodyPace {

    private static final long WINDOW = Duration.ofSeconds(5).toNanos();
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();
    private static final int MIN_BYTES_PER_SECOND = 256;

    private final long start;
    private long windowStart;
    private long bytesInWindow;

    BodyPace(long now) {
        this.start = now;
        this.windowStart = now;
    }

    void came(int bytes) {
        bytesInWindow += bytes;
    }

    /** Tells whether there is no point in waiting for more. Never asked while there is something to read. */
    boolean isTooSlow(long now) {
        if (now - start > LONGEST) {
            return true;
        }
        long elapsed = now - windowStart;
        if (elapsed <= WINDOW) {
            return false;
        }
        if (bytesInWindow < TimeUnit.NANOSECONDS.toSeconds(elapsed) * MIN_BYTES_PER_SECOND) {
            return true;
        }
        windowStart = now;
        bytesInWindow = 0;
        return false;
    }
}
