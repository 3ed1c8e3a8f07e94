package dev.remoteassistance.benchmarks.process;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The end of a wait that looks again and again. */
final class Deadline {

    private final long end;

    Deadline(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    /** Waits for the end of a process, and returns its exit code; empty if it is still there after that time. */
    static OptionalInt exitCode(Process process, Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)
                    ? OptionalInt.of(process.exitValue())
                    : OptionalInt.empty();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static BenchmarkException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new BenchmarkException("interrupted", e);
    }

    /** Waits before the next look; throws if there is no time left for one. */
    void pause(Duration pause, Supplier<BenchmarkException> failure) {
        if (System.nanoTime() - end > 0) {
            throw failure.get();
        }
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }
}
