package dev.remoteassistance.benchmarks.postgres;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.process.FreePort;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Where a PostgreSQL is on loopback, and who may do everything there.
 *
 * @param port its port
 * @param user the superuser
 * @param password the superuser's
 */
public record PostgresAddress(int port, String user, String password) {

    private static final String MAINTENANCE = "postgres";

    /** A free port, and a password that nobody knows. */
    static PostgresAddress choose() {
        return new PostgresAddress(FreePort.find(), "reports", UUID.randomUUID().toString());
    }

    /** The JDBC URL of a database, with user and password. */
    public String jdbcUrl(String database) {
        return "%s?user=%s&password=%s".formatted(plainJdbcUrl(database), user, password);
    }

    /** The JDBC URL of a database alone. */
    public String plainJdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** Makes an empty database. */
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

    /** Changes a setting, from now on and for later starts. */
    void set(String setting, String value) {
        execute(MAINTENANCE, "ALTER SYSTEM SET %s = '%s'".formatted(setting, value));
        execute(MAINTENANCE, "SELECT pg_reload_conf()");
    }

    /** The same user on another port. */
    PostgresAddress twin() {
        return new PostgresAddress(FreePort.find(), user, password);
    }

    /** Version as the server tells it. */
    public String version() {
        return ask(MAINTENANCE, "SHOW server_version");
    }

    /** Tables and indexes of a database on disk, without the write-ahead log. */
    public long databaseBytes(String database) {
        return Long.parseLong(ask(database, "SELECT pg_database_size(current_database())"));
    }

    /** One value, asked of a database by a statement. */
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

    /** Does something while nobody can write to a table. */
    public <T> T whileLocked(String database, String table, Supplier<T> work) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE %s IN SHARE MODE".formatted(table));
            T result = work.get();
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new BenchmarkException("%s cannot be locked: %s".formatted(table, e.getMessage()), e);
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
