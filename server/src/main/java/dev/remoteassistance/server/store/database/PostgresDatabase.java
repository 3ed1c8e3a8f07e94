package dev.remoteassistance.server.store.database;

import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.session.SessionMigration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL, or a distributed engine with its protocol and its SQL. Several servers can share one database: the key of
 * a report keeps it from being stored twice, whichever server receives it.
 */
final class PostgresDatabase implements SqlDatabase {

    private static final int CONNECT_SECONDS = 3;

    /** The first login of a process loads and interprets its classes. On a busy machine that takes seconds. */
    private static final int FIRST_LOGIN_SECONDS = 30;

    /** Longer than the database's time limits. It ends the wait for a network that has gone silent. */
    private static final int READ_SECONDS = 15;

    /**
     * Lets the database itself end what takes too long: if only this side gave up, the database's process would wait
     * on. Overrides the role's or database's default of {@code synchronous_commit}, so that 204 always means stored.
     */
    private static final String SESSION = """
        SET lock_timeout = '3s';
        SET statement_timeout = '10s';
        SET idle_in_transaction_session_timeout = '10s';
        SET synchronous_commit = on
        """;

    /** For queries: a transaction sees the store as it was at one moment, and changes nothing. */
    private static final String QUERIES = """
        ; SET statement_timeout = %d;
        SET default_transaction_isolation = 'repeatable read';
        SET default_transaction_read_only = on
        """.formatted(MAX_QUERY_TIME.toMillis());

    private final PGSimpleDataSource source;
    /** Has no read timeout: a migration may take long, and may wait for another server that migrates. */
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
        // The limit is for all hosts of the URL together: a lost machine, which does not answer, must not use up the
        // time of the next one.
        source.setLoginTimeout(CONNECT_SECONDS * source.getServerNames().length);
        source.setTcpKeepAlive(true);
        // The details of a server error quote the row.
        source.setLogServerErrorDetail(false);
        source.setApplicationName("remote-assistance-server");
        // Prepares the only statement at its first execution. The driver's default is the fifth.
        source.setPrepareThreshold(1);
        location.user().ifPresent(source::setUser);
        location.password().ifPresent(source::setPassword);
        return source;
    }

    @Override
    public FluentConfiguration schema(FluentConfiguration flyway) {
        return flyway.dataSource(migrationSource)
                .locations("classpath:db/migration/postgresql")
                .javaMigrations(new SessionMigration(this::receivedAt));
    }

    @Override
    public String schemaVersion() {
        return "12";
    }

    /**
     * Opens a connection in a transaction. Without one there is no cursor, and the driver reads all rows into memory.
     */
    @Override
    public Connection connectToRead() throws SQLException {
        Connection connection = connect(SESSION);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public Connection connectToQuery() throws SQLException {
        Connection connection = connect(SESSION + QUERIES);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public Connection connectToMaintain() throws SQLException {
        return connect(SESSION);
    }

    @Override
    public Connection connectToWrite() throws SQLException {
        return connect(SESSION);
    }

    private Connection connect(String settings) throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Insertion prepareInsertion(Connection writer) throws SQLException {
        return new PostgresInsertion(writer);
    }

    @Override
    public long lastSettled(Connection reader) throws SQLException {
        long last = SqlDatabase.super.lastSettled(reader);
        PostgresWriters.awaitEnd(reader, READ_SECONDS);
        reader.commit();
        return last;
    }

    @Override
    public Object parameter(Instant time) {
        return SqlDatabase.storable(time).atOffset(ZoneOffset.UTC);
    }

    @Override
    public Instant receivedAt(ResultSet row) throws SQLException {
        return row.getObject("received_at", OffsetDateTime.class).toInstant();
    }

    /** Runs the migration without a further lock, because Flyway takes one in the database. */
    @Override
    public void exclusively(Runnable migration) {
        migration.run();
    }

    @Override
    public void close() {
        // Nothing to close: whoever opens a connection closes it.
    }
}
