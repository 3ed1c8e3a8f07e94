package dev.remoteassistance.server.store.sql;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.row.ReportRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL, or a distributed engine that speaks its protocol and its SQL. Several servers can share one database: the
 * key of a report keeps it from being stored twice, whichever of them it comes through.
 */
final class PostgresDatabase implements SqlDatabase {

    private static final int CONNECT_SECONDS = 3;

    /** The first login of a process loads and interprets all that it takes; on a busy machine that is seconds. */
    private static final int FIRST_LOGIN_SECONDS = 30;

    /** Longer than any transaction here takes, so that a network that has gone silent holds nobody for ever. */
    private static final int READ_SECONDS = 15;

    private static final String INSERT = """
            INSERT INTO report (id_hash, digest, tenant_id, report_id, received_at, app_id, user_id, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id_hash, digest) DO NOTHING
            """;

    private final PGSimpleDataSource source;
    /** Its statements take as long as they take, and wait for other servers that migrate. */
    private final PGSimpleDataSource migrationSource;

    PostgresDatabase(StoreLocation location) {
        this.source = source(location);
        source.setSocketTimeout(READ_SECONDS);
        this.migrationSource = source(location);
        migrationSource.setLoginTimeout(FIRST_LOGIN_SECONDS);
    }

    private static PGSimpleDataSource source(StoreLocation location) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(location.url());
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLoginTimeout(CONNECT_SECONDS);
        source.setTcpKeepAlive(true);
        // Details of an error quote the row.
        source.setLogServerErrorDetail(false);
        source.setApplicationName("remote-assistance-server");
        // The driver must not wait for the fifth execution before it prepares the one statement that there is.
        source.setPrepareThreshold(1);
        location.user().ifPresent(source::setUser);
        location.password().ifPresent(source::setPassword);
        return source;
    }

    @Override
    public FluentConfiguration schema(FluentConfiguration flyway) {
        return flyway.dataSource(migrationSource).locations("classpath:db/migration/postgresql");
    }

    /** A cursor needs a transaction, and without one the driver would read everything into memory. */
    @Override
    public Connection connectToRead() throws SQLException {
        Connection connection = source.getConnection();
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public Connection connectToMaintain() throws SQLException {
        return source.getConnection();
    }

    @Override
    public Connection connectToWrite() throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            // Whatever the role's or the database's default is: 204 means stored.
            statement.execute("SET synchronous_commit = on");
        }
        return connection;
    }

    @Override
    public Insertion prepareInsertion(Connection writer) throws SQLException {
        PreparedStatement insert = writer.prepareStatement(INSERT);
        return rows -> {
            writer.setAutoCommit(false);
            for (ReportRow row : rows) {
                set(insert, row);
                insert.addBatch();
            }
            int[] counts = insert.executeBatch();
            writer.setAutoCommit(true);
            return Arrays.stream(counts)
                    .mapToObj(count -> count == 1 ? AppendOutcome.STORED : AppendOutcome.REPEATED)
                    .toList();
        };
    }

    private void set(PreparedStatement insert, ReportRow row) throws SQLException {
        insert.setLong(1, row.idHash());
        insert.setBytes(2, row.digest());
        insert.setString(3, row.tenantId());
        insert.setString(4, row.reportId());
        insert.setObject(5, parameter(row.receivedAt()));
        insert.setString(6, row.appId());
        insert.setString(7, row.userId());
        insert.setString(8, row.payload());
    }

    @Override
    public Object parameter(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    @Override
    public String receivedAt(ResultSet row) throws SQLException {
        return MICROSECONDS.format(row.getObject("received_at", OffsetDateTime.class));
    }

    /** Flyway takes a lock of the database. */
    @Override
    public void exclusively(Runnable migration) {
        migration.run();
    }

    @Override
    public void close() {
        // Connections belong to those who opened them.
    }
}
