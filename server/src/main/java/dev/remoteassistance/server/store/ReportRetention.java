package dev.remoteassistance.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Deletes the oldest reports, a few at a time, so that those who write wait for moments only.
 *
 * <p>Reports are looked at in the order of their arrival, and the first chunk without an old one ends the work: there is no
 * index of times, which every report would have to pay for.
 */
final class ReportRetention {

    private static final int CHUNK = 1_000;

    private static final String CHUNK_END = """
            SELECT max(sequence)
              FROM (SELECT sequence FROM report WHERE sequence > ? ORDER BY sequence LIMIT %d) chunk
            """.formatted(CHUNK);

    private static final String DELETE = "DELETE FROM report WHERE sequence <= ? AND received_at < ?";

    private final SqlDatabase database;

    ReportRetention(SqlDatabase database) {
        this.database = database;
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
}
