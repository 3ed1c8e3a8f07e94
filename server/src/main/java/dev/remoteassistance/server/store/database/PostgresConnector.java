package dev.remoteassistance.server.store.database;

import static dev.remoteassistance.server.store.database.SqlDatabase.MAX_QUERY_TIME;

import dev.remoteassistance.server.store.StoreLocation;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections to PostgreSQL, and limits how long they wait. */
final class PostgresConnector {

    private static final int CONNECT_SECONDS = 3;

    /** The first login of a process loads and interprets its classes. On a busy machine that takes seconds. */
    private static final int FIRST_LOGIN_SECONDS = 30;

    /** Longer than the database's time limits. It ends the wait for a network that has gone silent. */
    static final int READ_SECONDS = 15;

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

    PostgresConnector(StoreLocation location) {
        this.source = source(location);
        source.setSocketTimeout(READ_SECONDS);
        this.migrationSource = source(location);
        migrationSource.setLoginTimeout(FIRST_LOGIN_SECONDS);
        migrationSource.setSocketTimeout(0);
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
        // Prepares a statement at its first execution. The driver's default is the fifth.
        source.setPrepareThreshold(1);
        location.user().ifPresent(source::setUser);
        location.password().ifPresent(source::setPassword);
        return source;
    }

    /** Opens a connection for everything but queries of sessions. */
    Connection connect() throws SQLException {
        return connect(SESSION);
    }

    /** Opens a connection for queries of sessions, in a transaction. */
    Connection connectToQuery() throws SQLException {
        Connection connection = connect(SESSION + QUERIES);
        connection.setAutoCommit(false);
        return connection;
    }

    DataSource forMigrations() {
        return migrationSource;
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
}
