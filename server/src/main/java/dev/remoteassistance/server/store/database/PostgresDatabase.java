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
 * PostgreSQL, or a distributed engine that speaks its protocol and its SQL. Several servers can share one database: the
 * key of a report keeps it from being stored twice, whichever of them it comes through.
 */
final class PostgresDatabase implements SqlDatabase {

    private static final int CONNECT_SECONDS = 3;

    /** The first login of a process loads and interprets all that it takes; on a busy machine that is seconds. */
    private static final int FIRST_LOGIN_SECONDS = 30;

    /** Longer than the time limits of the database, so that a network that has gone silent holds nobody for ever. */
    private static final int READ_SECONDS = 15;

    /**
     * The database itself ends what takes too long; if only this side gave up, its process would wait on. Whatever the
     * role's or the database's default is, 204 means stored.
     */
    private static final String SESSION = """
        SET lock_timeout = '3s';
        SET statement_timeout = '10s';
        SET idle_in_transaction_session_timeout = '10s';
        SET synchronous_commit = on
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
        // For all hosts of the URL together: a machine that is gone, and so answers nothing, must not use up the time
        // of the next.
        source.setLoginTimeout(CONNECT_SECONDS * source.getServerNames().length);
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
        return flyway.dataSource(migrationSource)
                .locations("classpath:db/migration/postgresql")
                .javaMigrations(new SessionMigration(this::receivedAt));
    }

    @Override
    public String schemaVersion() {
        return "11";
    }

    /** A cursor needs a transaction, and without one the driver would read everything into memory. */
    @Override
    public Connection connectToRead() throws SQLException {
        Connection connection = connect();
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public Connection connectToMaintain() throws SQLException {
        return connect();
    }

    @Override
    public Connection connectToWrite() throws SQLException {
        return connect();
    }

    private Connection connect() throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(SESSION);
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
