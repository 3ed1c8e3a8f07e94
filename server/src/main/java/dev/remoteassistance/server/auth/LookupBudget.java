package dev.remoteassistance.server.auth;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many look-ups strangers can cause: some at once, so that several new keys in a row are found without delay, and
 * then one for each interval.
 */
final class LookupBudget {

    static final int AT_ONCE = 5;

    private final long interval;
    private final LongSupplier nanoTime;
    /** When the budget will be whole again. */
    private long whole;

    LookupBudget(Duration interval, LongSupplier nanoTime) {
        this.interval = interval.toNanos();
        this.nanoTime = nanoTime;
        this.whole = nanoTime.getAsLong();
    }

    /** Takes one look-up from the budget; false if it is used up. */
    synchronized boolean take() {
        long now = nanoTime.getAsLong();
        long missing = Math.max(0, whole - now);
        if (missing > (AT_ONCE - 1) * interval) {
            return false;
        }
        whole = now + missing + interval;
        return true;
    }
}
