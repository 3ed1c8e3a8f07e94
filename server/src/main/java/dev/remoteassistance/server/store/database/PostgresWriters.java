package dev.remoteassistance.server.store.database;

import dev.remoteassistance.server.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The transactions of all servers that are writing reports.
 *
 * <p>A sequence is taken before the commit, so that a lower one may become visible later than a higher one. Whoever has
 * taken one already holds the table's lock of writers. So all lower sequences are there, or never will be, once those
 * transactions have ended that are under way when a sequence is seen. To wait for them holds up nobody else.
 */
final class PostgresWriters {

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final String UNDER_WAY = """
            SELECT virtualtransaction
              FROM pg_locks
             WHERE database = (SELECT oid FROM pg_database WHERE datname = current_database())
               AND relation = 'report'::regclass AND mode = 'RowExclusiveLock' AND granted
            """;

    private PostgresWriters() {}

    /**
     * Waits for the end of those that are under way now.
     *
     * @throws StoreUnavailableException if one of them takes longer than the time limits of the database allow
     */
    static void awaitEnd(Connection reader, int maxSeconds) throws SQLException {
        Set<String> writers = underWay(reader);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(maxSeconds);
        while (!writers.isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new StoreUnavailableException("Another transaction that writes reports does not end", null);
            }
            LockSupport.parkNanos(POLL_NANOS);
            writers.retainAll(underWay(reader));
        }
    }

    private static Set<String> underWay(Connection reader) throws SQLException {
        try (Statement statement = reader.createStatement();
                ResultSet row = statement.executeQuery(UNDER_WAY)) {
            Set<String> writers = new HashSet<>();
            while (row.next()) {
                writers.add(row.getString(1));
            }
            return writers;
        }
    }
}
