package dev.remoteassistance.server.auth.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what happens in the background. */
final class Waiting {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Waiting() {}

    static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime() - end).as("too late").isNegative();
            Thread.sleep(10);
        }
    }
}
