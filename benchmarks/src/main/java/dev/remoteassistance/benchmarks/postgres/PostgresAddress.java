package dev.remoteassistance.benchmarks.postgres;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.process.FreePort;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * The port of a PostgreSQL server on loopback, and its superuser.
 *
 * @param port its port
 * @param user the superuser
 * @param password the superuser's password
 */
public record PostgresAddress(int port, String user, String password) {

    private static final String MAINTENANCE = "postgres";

    /** Chooses a free port and a random password. */
    static PostgresAddress choose() {
        return new PostgresAddress(FreePort.find(), "reports", UUID.randomUUID().toString());
    }

    /** Returns the JDBC URL of a database, with user and password. */
    public String jdbcUrl(String database) {
        return "%s?user=%s&password=%s".formatted(plainJdbcUrl(database), user, password);
    }

    /** Returns the JDBC URL of a database, without user and password. */
    public String plainJdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Creates an empty database. */
    public void createDatabase(String name) {
        execute(MAINTENANCE, "CREATE DATABASE \"%s\"".formatted(name));
    }

    /** Runs a statement in a database. */
    public void execute(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new BenchmarkException("%s: %s".formatted(sql, e.getMessage()), e);
        }
    }

    /** Changes a setting, at once and for later starts. */
    void set(String setting, String value) {
        execute(MAINTENANCE, "ALTER SYSTEM SET %s = '%s'".formatted(setting, value));
        execute(MAINTENANCE, "SELECT pg_reload_conf()");
    }

    /** Returns an address with the same user on another port. */
    PostgresAddress twin() {
        return new PostgresAddress(FreePort.find(), user, password);
    }

    /** Returns the version that the server reports. */
    public String version() {
        return ask(MAINTENANCE, "SHOW server_version");
    }

    /** Returns the size of a database on disk, without the write-ahead log. */
    public long databaseBytes(String database) {
        return Long.parseLong(ask(database, "SELECT pg_database_size(current_database())"));
    }

    /** Runs a query in a database, and returns its only value. */
    public String ask(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        } catch (SQLException e) {
            throw new BenchmarkException("%s: %s".formatted(sql, e.getMessage()), e);
        }
    }

    /** Runs an action while a statement's transaction is open, then rolls the transaction back. */
    public void whileUncommitted(String database, String sql, Runnable work) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            work.run();
            connection.rollback();
        } catch (SQLException e) {
            throw new BenchmarkException("%s: %s".formatted(sql, e.getMessage()), e);
        }
    }

    boolean takesConnections() {
        try (Connection connection = connect(MAINTENANCE)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(plainJdbcUrl(database), user, password);
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "127.0.0.1:" + port;
    }
}
