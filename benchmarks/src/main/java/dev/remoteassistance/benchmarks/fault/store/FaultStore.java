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

/** A store that is exposed to faults. */
public interface FaultStore {

    /** Returns the JDBC URL, including credentials. */
    String url();

    /** Returns the damage that the database's own tools find; empty if there is none. */
    List<String> damage();

    /** Returns the database's server; empty for SQLite. */
    Optional<PostgresServer> postgres();

    /**
     * Fills the table with small reports, without our server.
     *
     * @param rows number of rows
     * @param old time of arrival of the first half
     * @param recent time of arrival of the second half
     */
    void fill(long rows, Instant old, Instant recent);

    /** Loses a report, doubles one and invents one, which the audit has to notice. It shows that a run can fail. */
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

    /** Runs statements, each in its own transaction. */
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
