package dev.remoteassistance.benchmarks.fault.store;

import dev.remoteassistance.benchmarks.postgres.PostgresServer;
import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.process.Deadline;
import java.time.Duration;

/** Restarts PostgreSQL whenever it has ended, as an operating system's supervisor does. */
public final class DatabaseSupervisor implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final PostgresServer postgres;
    private final Thread thread = new Thread(this::watch, "supervisor");
    private volatile int restarts;
    private volatile boolean stopped;

    private DatabaseSupervisor(PostgresServer postgres) {
        this.postgres = postgres;
    }

    public static DatabaseSupervisor start(PostgresServer postgres) {
        DatabaseSupervisor supervisor = new DatabaseSupervisor(postgres);
        supervisor.thread.setDaemon(true);
        supervisor.thread.start();
        return supervisor;
    }

    private void watch() {
        while (!stopped) {
            if (!postgres.isAlive()) {
                restarts++;
                try {
                    postgres.start();
                } catch (BenchmarkException stillNoRoom) {
                    // Tried again after the pause.
                }
            }
            Deadline.sleep(PAUSE);
        }
    }

    /** Returns the number of restarts, including those that failed. */
    public int restarts() {
        return restarts;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
