package dev.remoteassistance.benchmarks.fault.store;

import dev.remoteassistance.benchmarks.postgres.PostgresServer;
import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.testbed.ServerEnvironment;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A store in a SQLite file. */
public record SqliteStore(Path file) implements FaultStore {

    private static final long BATCH = 200_000;

    /** Writes tenant, time and text as our server does; key and digest are as random as hashes. */
    private static final String FILL = """
            INSERT INTO report (id_hash, digest, tenant_id, report_id, received_at, payload)
            WITH RECURSIVE row (number) AS (SELECT %d UNION ALL SELECT number + 1 FROM row WHERE number < %d)
            SELECT random(), randomblob(16), printf('10000000-0000-4000-8000-%%012d', 1 + number %% 10), 'row-' || number,
                   CASE WHEN number <= %d THEN '%s' ELSE '%s' END, '{"id":"row-' || number || '"}'
              FROM row
            """;

    @Override
    public String url() {
        return ServerEnvironment.sqliteUrl(file);
    }

    @Override
    public Optional<PostgresServer> postgres() {
        return Optional.empty();
    }

    @Override
    public List<String> damage() {
        List<String> findings = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            while (row.next()) {
                findings.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new BenchmarkException("%s: %s".formatted(file, e.getMessage()), e);
        }
        findings.remove("ok");
        return findings;
    }

    /** Fills the table without sync and without rollback, because these rows need not survive a crash. */
    @Override
    public void fill(long rows, Instant old, Instant recent) {
        List<String> statements = new ArrayList<>(
                List.of("PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", "PRAGMA cache_size=-1000000"));
        for (long start = 1; start <= rows; start += BATCH) {
            statements.add(FILL.formatted(start, Math.min(rows, start + BATCH - 1), rows / 2, text(old), text(recent)));
        }
        execute(statements);
    }

    private static String text(Instant time) {
        return time.toString().replace("Z", ".000000Z");
    }
}
