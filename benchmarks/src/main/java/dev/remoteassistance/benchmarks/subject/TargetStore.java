package dev.remoteassistance.benchmarks.subject;

import dev.remoteassistance.benchmarks.postgres.PostgresServer;
import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.testbed.ServerEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A target's store as seen from outside. All targets have the same name for the table. */
sealed interface TargetStore {

    String COUNT = "SELECT count(*) FROM report";

    /** Brings the store into the state that it would have after running for long. */
    default void settle() {
        // Most stores are in that state from the start.
    }

    /** Returns the JDBC URL, including credentials. */
    String url();

    /** Returns the size on disk. It is exact only while the target is stopped. */
    long bytes();

    /** Returns the number of stored reports. */
    long reports();

    /** Returns the CPU time of the store's own processes, which are not the target's. */
    Duration cpuTime();

    /** A SQLite file. */
    record Sqlite(Path file) implements TargetStore {
        @Override
        public String url() {
            return ServerEnvironment.sqliteUrl(file);
        }

        @Override
        public long bytes() {
            try {
                return Files.size(file);
            } catch (IOException e) {
                throw new BenchmarkException(file + " cannot be read", e);
            }
        }

        @Override
        public long reports() {
            try (Connection connection = DriverManager.getConnection(url());
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(COUNT)) {
                result.next();
                return result.getLong(1);
            } catch (SQLException e) {
                throw new BenchmarkException(file + ": " + e.getMessage(), e);
            }
        }

        @Override
        public Duration cpuTime() {
            return Duration.ZERO;
        }
    }

    /** A separate database in the shared PostgreSQL server. */
    record Postgres(PostgresServer server, String database) implements TargetStore {
        /** After a checkpoint, the log reuses its files. A new one would stop all transactions while it is made. */
        @Override
        public void settle() {
            server.address().execute(database, "CHECKPOINT");
        }

        @Override
        public String url() {
            return server.address().jdbcUrl(database);
        }

        @Override
        public long bytes() {
            return server.address().databaseBytes(database);
        }

        @Override
        public long reports() {
            return Long.parseLong(server.address().ask(database, COUNT));
        }

        @Override
        public Duration cpuTime() {
            return server.cpuTime();
        }
    }

    /** No store. */
    record None() implements TargetStore {
        @Override
        public String url() {
            return "jdbc:sqlite:unused";
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public long reports() {
            return 0;
        }

        @Override
        public Duration cpuTime() {
            return Duration.ZERO;
        }
    }
}
