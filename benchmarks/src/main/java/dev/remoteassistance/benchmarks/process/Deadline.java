package dev.remoteassistance.benchmarks.process;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The deadline of a wait that polls. */
public final class Deadline {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final long end;

    public Deadline(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    /** Waits for the end of a process, and returns its exit code; empty if it has not ended by then. */
    public static OptionalInt exitCode(Process process, Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)
                    ? OptionalInt.of(process.exitValue())
                    : OptionalInt.empty();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Waits for this time. */
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

    /** Polls until a condition holds. Throws if the deadline has passed. */
    public void await(BooleanSupplier condition, String failure) {
        while (!condition.getAsBoolean()) {
            pause(LOOK_AGAIN, () -> new BenchmarkException(failure));
        }
    }

    /** Waits before the next poll. Throws if the deadline has passed. */
    public void pause(Duration pause, Supplier<BenchmarkException> failure) {
        if (System.nanoTime() - end > 0) {
            throw failure.get();
        }
        sleep(pause);
    }
}
