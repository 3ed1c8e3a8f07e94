package dev.remoteassistance.server.store.sql;

import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.StrippedException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the oldest reports, a few at a time, so that those who write wait for moments only.
 *
 * <p>Reports are looked at in the order of their arrival, and the first chunk without an old one ends the work: there is no
 * index of times, which every report would have to pay for.
 */
final class ReportRetention implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReportRetention.class);

    /** Time for the server to open its ports first. */
    private static final Duration FIRST = Duration.ofSeconds(10);

    private static final Duration INTERVAL = Duration.ofHours(1);

    private static final int CHUNK = 1_000;

    private static final String CHUNK_END = """
            SELECT max(sequence)
              FROM (SELECT sequence FROM report WHERE sequence > ? ORDER BY sequence LIMIT %d) chunk
            """.formatted(CHUNK);

    private static final String DELETE = "DELETE FROM report WHERE sequence <= ? AND received_at < ?";

    private final SqlDatabase database;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "store-retention");
        thread.setDaemon(true);
        return thread;
    });

    ReportRetention(SqlDatabase database) {
        this.database = database;
    }

    /**
     * Deletes what is older than an age: soon, and every hour. Several servers may do so at once.
     *
     * @param age by arrival
     * @param clock tells the age
     */
    void start(Duration age, Clock clock) {
        executor.scheduleWithFixedDelay(
                () -> deleteOlderThan(age, clock), FIRST.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void deleteOlderThan(Duration age, Clock clock) {
        Instant before = clock.instant().minus(age);
        try {
            LOG.info("Deleted {} reports that arrived before {}", deleteBefore(before), before);
        } catch (RuntimeException e) {
            LOG.warn("Old reports cannot be deleted at the moment", StrippedException.of(e));
        }
    }

    /**
     * Deletes what arrived before a time.
     *
     * @return how many reports that were
     * @throws StoreUnavailableException if the database fails; what has been deleted by then is gone
     */
    long deleteBefore(Instant time) {
        try (Connection connection = database.connectToMaintain();
                PreparedStatement chunk = connection.prepareStatement(CHUNK_END);
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            long deleted = 0;
            for (Long end = end(chunk, Long.MIN_VALUE); end != null; end = end(chunk, end)) {
                delete.setLong(1, end);
                delete.setObject(2, database.parameter(time));
                int count = delete.executeUpdate();
                if (count == 0) {
                    return deleted;
                }
                deleted += count;
            }
            return deleted;
        } catch (SQLException e) {
            throw new StoreUnavailableException("Old reports cannot be deleted", e);
        }
    }

    /** Returns where the chunk ends that begins behind a row; null if there is none. */
    private static Long end(PreparedStatement chunk, long start) throws SQLException {
        chunk.setLong(1, start);
        try (ResultSet row = chunk.executeQuery()) {
            row.next();
            long end = row.getLong(1);
            return row.wasNull() ? null : end;
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
