package dev.remoteassistance.server.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes old reports while the server runs: soon after its start, and every hour. Several servers may do so at once. */
public final class RetentionSchedule implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionSchedule.class);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final SqlReportStore store;
    private final Duration age;
    private final Clock clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "store-retention");
        thread.setDaemon(true);
        return thread;
    });

    private RetentionSchedule(SqlReportStore store, Duration age, Clock clock) {
        this.store = store;
        this.age = age;
        this.clock = clock;
    }

    /**
     * Begins to delete.
     *
     * @param store where
     * @param age at which reports are deleted, by their arrival
     * @param clock tells their age
     */
    public static RetentionSchedule start(SqlReportStore store, Duration age, Clock clock) {
        RetentionSchedule schedule = new RetentionSchedule(store, age, clock);
        schedule.executor.scheduleWithFixedDelay(
                schedule::run, FIRST.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return schedule;
    }

    private void run() {
        Instant before = clock.instant().minus(age);
        try {
            LOG.info("Deleted {} reports that arrived before {}", store.deleteBefore(before), before);
        } catch (RuntimeException e) {
            LOG.warn("Old reports cannot be deleted at the moment", StrippedException.of(e));
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
