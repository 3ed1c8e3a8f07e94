package dev.remoteassistance.server.store.sql;

import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.StrippedException;
import dev.remoteassistance.server.store.database.SqlDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the reports that arrived first, in small chunks, so that writers wait only for moments. A report is kept as
 * long as an earlier report with its id is kept: otherwise the earlier report would become the current one.
 */
final class ReportRetention implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReportRetention.class);

    /** Delay of the first run, so that the server can open its ports first. */
    static final Duration FIRST = Duration.ofSeconds(10);

    private static final Duration INTERVAL = Duration.ofHours(1);

    private static final int CHUNK = 1_000;

    private static final String CHUNK_END = """
            SELECT received_at, sequence
              FROM report
             WHERE (received_at, sequence) > (?, ?) AND received_at < ?
             ORDER BY received_at, sequence
             LIMIT 1 OFFSET %d
            """.formatted(CHUNK - 1);

    /** Begins where the previous chunk ended: PostgreSQL keeps deleted rows for a while, and would scan them again. */
    private static final String DELETE = """
            DELETE FROM report
             WHERE (received_at, sequence) > (?, ?) AND (received_at, sequence) <= (?, ?)
               AND NOT EXISTS (SELECT 1 FROM report earlier
                                WHERE earlier.id_hash = report.id_hash
                                  AND earlier.tenant_id = report.tenant_id
                                  AND earlier.sequence < report.sequence
                                  AND earlier.received_at >= ?)
            """;

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
     * Starts to delete reports that are older than an age, soon and then every hour. Several servers may do so at once.
     *
     * @param age age since their arrival
     * @param clock tells the current time
     * @param first delay before the first deletion
     */
    void start(Duration age, Clock clock, Duration first) {
        executor.scheduleWithFixedDelay(
                () -> deleteOlderThan(age, clock), first.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Deletes reports that are older than an age, or logs why they cannot be deleted. */
    void deleteOlderThan(Duration age, Clock clock) {
        Instant before = clock.instant().minus(age);
        try {
            LOG.info("Deleted {} reports that arrived before {}", deleteBefore(before), before);
        } catch (RuntimeException e) {
            LOG.warn("Old reports cannot be deleted at the moment", StrippedException.of(e));
        }
    }

    /**
     * Deletes the reports that arrived before a time.
     *
     * @return the number of deleted reports
     * @throws StoreUnavailableException if the database fails; reports deleted before that stay deleted
     */
    long deleteBefore(Instant time) {
        try (Connection connection = database.connectToMaintain();
                PreparedStatement chunkEnd = connection.prepareStatement(CHUNK_END);
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            Position start = new Position(database.parameter(Instant.EPOCH), 0);
            Position last = new Position(database.parameter(time), 0);
            chunkEnd.setObject(3, last.receivedAt());
            delete.setObject(5, last.receivedAt());
            long deleted = 0;
            while (!start.equals(last)) {
                Position end = end(chunkEnd, start).orElse(last);
                start.set(delete, 1);
                end.set(delete, 3);
                deleted += delete.executeUpdate();
                start = end;
            }
            return deleted;
        } catch (SQLException e) {
            throw new StoreUnavailableException("Old reports cannot be deleted", e);
        }
    }

    private Optional<Position> end(PreparedStatement chunkEnd, Position start) throws SQLException {
        start.set(chunkEnd, 1);
        try (ResultSet row = chunkEnd.executeQuery()) {
            return row.next()
                    ? Optional.of(new Position(database.parameter(database.receivedAt(row)), row.getLong("sequence")))
                    : Optional.empty();
        }
    }

    /** A position in the order of arrival. */
    private record Position(Object receivedAt, long sequence) {

        void set(PreparedStatement statement, int index) throws SQLException {
            statement.setObject(index, receivedAt);
            statement.setLong(index + 1, sequence);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
