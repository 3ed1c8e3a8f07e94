package dev.remoteassistance.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for work in the background, long enough for a busy machine. */
public final class Waiting {

    /** Ends a test that would otherwise hang. It is not a promise of the server. */
    public static final Duration LONGEST = Duration.ofMinutes(2);

    public static final int LONGEST_MILLIS = (int) LONGEST.toMillis();

    private static final int LOOK_AGAIN_MILLIS = 10;

    private Waiting() {}

    /** Polls until a condition holds. */
    public static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime() - end).as("nanoseconds too late").isNegative();
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }
}
