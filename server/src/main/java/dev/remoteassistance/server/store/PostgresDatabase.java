package dev.remoteassistance.server.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.flywaydb.core.api.migration.JavaMigration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL, or a distributed engine that speaks its protocol and its SQL. Several servers can share one database: the
 * key of a report keeps it from being stored twice, whichever of them it comes through.
 */
final class PostgresDatabase implements SqlDatabase {

    static final String URL_PREFIX = "jdbc:postgresql:";

    private static final int CONNECT_SECONDS = 3;
    /** The first login of a process loads and interprets all that it takes; on a busy machine that is seconds. */
    private static final int FIRST_LOGIN_SECONDS = 30;
    /** Longer than any transaction here takes, so that a network that has gone silent holds nobody for ever. */
    private static final int READ_SECONDS = 15;

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
    public String migrations() {
        return "classpath:db/migration/postgresql";
    }

    @Override
    public JavaMigration[] conversions() {
        return new JavaMigration[0];
    }

    @Override
    public DataSource source() {
        return migrationSource;
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
    public void requireInPlace() {
        // The server of the database sees to that.
    }

    @Override
    public void committed(Connection writer) {
        // So it does to this.
    }

    @Override
    public Object parameter(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    @Override
    public Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
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
