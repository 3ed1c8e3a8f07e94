package dev.remoteassistance.benchmarks.fault.store;

import dev.remoteassistance.benchmarks.postgres.PostgresServer;
import dev.remoteassistance.benchmarks.process.BenchmarkException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A store in a PostgreSQL server that is started for this run alone. */
public record PostgresStore(PostgresServer server) implements FaultStore, AutoCloseable {

    static final String DATABASE = "reports";
    private static final long BATCH = 200_000;

    /** Checks that every index is in order, has an entry for every row, and no key twice. */
    private static final String CHECK_INDEXES = """
            DO $$
            DECLARE one regclass;
            BEGIN
                FOR one IN SELECT indexrelid FROM pg_index WHERE indrelid = 'report'::regclass LOOP
                    PERFORM bt_index_check(one, true, true);
                END LOOP;
            END $$
            """;

    private static final String CHECK_ROWS = "SELECT coalesce(string_agg(msg, '; '), '') FROM verify_heapam('report')";

    /** Writes tenant, time and text as our server does; key and digest are as random as hashes. */
    private static final String FILL = """
            INSERT INTO report (id_hash, digest, tenant_id, report_id, received_at, payload)
            SELECT ('x' || left(md5(number::text), 16))::bit(64)::bigint, decode(md5(number::text), 'hex'),
                   '10000000-0000-4000-8000-' || lpad((1 + number %% 10)::text, 12, '0'), 'row-' || number,
                   CASE WHEN number <= %d THEN timestamptz '%s' ELSE timestamptz '%s' END,
                   '{"id":"row-' || number || '"}'
              FROM generate_series(%d::bigint, %d) number
            """;

    static PostgresStore create(Path folder, Path data) {
        PostgresServer server = PostgresServer.create(folder, data);
        server.address().createDatabase(DATABASE);
        return new PostgresStore(server);
    }

    @Override
    public String url() {
        return server.address().jdbcUrl(DATABASE);
    }

    @Override
    public Optional<PostgresServer> postgres() {
        return Optional.of(server);
    }

    /** Checks the tables by amcheck, which is part of PostgreSQL. */
    @Override
    public List<String> damage() {
        server.address().execute(DATABASE, "CREATE EXTENSION IF NOT EXISTS amcheck");
        List<String> findings = new ArrayList<>();
        try {
            server.address().execute(DATABASE, CHECK_INDEXES);
            findings.add(server.address().ask(DATABASE, CHECK_ROWS));
        } catch (BenchmarkException e) {
            findings.add(e.getMessage());
        }
        findings.removeIf(String::isEmpty);
        return findings;
    }

    @Override
    public void fill(long rows, Instant old, Instant recent) {
        List<String> statements = new ArrayList<>();
        for (long start = 1; start <= rows; start += BATCH) {
            statements.add(FILL.formatted(rows / 2, old, recent, start, Math.min(rows, start + BATCH - 1)));
        }
        execute(statements);
    }

    @Override
    public void close() {
        server.close();
    }
}
