package dev.remoteassistance.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what happens in the background, long enough for a machine that is busy with other things. */
public final class Waiting {

    /** Ends a test that would otherwise hang. No promise of the server is held against it. */
    public static final Duration LONGEST = Duration.ofMinutes(2);

    public static final int LONGEST_MILLIS = (int) LONGEST.toMillis();

    private static final int LOOK_AGAIN_MILLIS = 10;

    private Waiting() {}

    /** Looks again and again until a condition holds. */
    public static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime() - end).as("nanoseconds too late").isNegative();
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }
}
