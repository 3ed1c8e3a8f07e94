package dev.remoteassistance.benchmarks.fault.store;

import dev.remoteassistance.benchmarks.postgres.PostgresServer;
import dev.remoteassistance.benchmarks.process.BenchmarkException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store that faults happen to. */
public interface FaultStore {

    /** Its JDBC URL, with all that it takes to connect. */
    String url();

    /** What the database's own tools find wrong with it; empty if nothing. */
    List<String> damage();

    /** The server of the database, if it has one. */
    Optional<PostgresServer> postgres();

    /**
     * Fills the table with small reports, without our server.
     *
     * @param rows how many; the first half arrived long ago
     * @param old when the first half arrived
     * @param recent when the second half arrived
     */
    void fill(long rows, Instant old, Instant recent);

    /**
     * Loses a report, doubles one and invents one: whoever looks into the store has to notice. For those who doubt that a
     * run can fail.
     */
    default void tamper() {
        execute(List.of(
                """
                INSERT INTO report (id_hash, digest, tenant_id, report_id, received_at, app_id, user_id, payload)
                SELECT id_hash, substr(digest, 2), tenant_id, report_id, received_at, app_id, user_id, payload
                  FROM report ORDER BY sequence LIMIT 1
                """,
                """
                INSERT INTO report (id_hash, digest, tenant_id, report_id, received_at, app_id, user_id, payload)
                SELECT id_hash, substr(digest, 3), tenant_id, 'invented', received_at, app_id, user_id, '{"id":"invented"}'
                  FROM report ORDER BY sequence LIMIT 1
                """,
                "DELETE FROM report WHERE sequence = (SELECT max(sequence) FROM"
                        + " (SELECT sequence FROM report ORDER BY sequence LIMIT 2) second)"));
    }

    /** Runs statements, each in a transaction of its own. */
    default void execute(List<String> statements) {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new BenchmarkException("the store cannot be changed: " + e.getMessage(), e);
        }
    }
}
