package dev.remoteassistance.contract.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tells a person at a terminal that a long command goes on. */
final class Heartbeat {

    /** Set by the launcher if the error output is a terminal, so that no log of a build holds what is for a person. */
    private static final String TERMINAL = "contract-kit.terminal";

    private static final Duration INTERVAL = Duration.ofSeconds(3);

    private Heartbeat() {}

    /** Does some work; at a terminal, says at intervals what and for how long. */
    static <T> T during(Supplier<T> work, PrintWriter err, String what) {
        return Boolean.getBoolean(TERMINAL) ? during(work, err, what, INTERVAL) : work.get();
    }

    static <T> T during(Supplier<T> work, PrintWriter err, String what, Duration interval) {
        Thread heartbeat = new Thread(() -> beat(err, what, interval), "heartbeat");
        heartbeat.setDaemon(true);
        heartbeat.start();
        try {
            return work.get();
        } finally {
            heartbeat.interrupt();
        }
    }

    private static void beat(PrintWriter err, String what, Duration interval) {
        long start = System.nanoTime();
        try {
            while (true) {
                Thread.sleep(interval.toMillis());
                err.printf("%s for %d s%n", what, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
                err.flush();
            }
        } catch (InterruptedException e) {
            // The work is done.
        }
    }
}
