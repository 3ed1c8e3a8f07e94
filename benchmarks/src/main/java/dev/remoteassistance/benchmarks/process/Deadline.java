package dev.remoteassistance.benchmarks.process;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The end of a wait that looks again and again. */
public final class Deadline {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final long end;

    public Deadline(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    /** Waits for the end of a process, and returns its exit code; empty if it is still there after that time. */
    public static OptionalInt exitCode(Process process, Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)
                    ? OptionalInt.of(process.exitValue())
                    : OptionalInt.empty();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Waits, with nothing to look at. */
    public static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    public static BenchmarkException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new BenchmarkException("interrupted", e);
    }

    /** Looks until a condition holds; throws if there is no time left. */
    public void await(BooleanSupplier condition, String failure) {
        while (!condition.getAsBoolean()) {
            pause(LOOK_AGAIN, () -> new BenchmarkException(failure));
        }
    }

    /** Waits before the next look; throws if there is no time left for one. */
    public void pause(Duration pause, Supplier<BenchmarkException> failure) {
        if (System.nanoTime() - end > 0) {
            throw failure.get();
        }
        sleep(pause);
    }
}
