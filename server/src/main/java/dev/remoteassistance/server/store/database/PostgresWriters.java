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
 * Waits for the transactions of all servers that are writing reports.
 *
 * <p>A row gets its sequence before its commit, so a lower sequence may become visible after a higher one. A
 * transaction that has a sequence already holds the table's lock of writers. So when a sequence is seen, and all
 * transactions under way at that time have ended, no lower sequence can appear any more. Waiting for them blocks nobody
 * else.
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
     * Waits for the end of the transactions that are under way now.
     *
     * @throws StoreUnavailableException if one of them takes longer than the database's time limits allow
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
