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

/** Where a target keeps its reports, as it looks from outside. All of them call the table the same. */
sealed interface TargetStore {

    String COUNT = "SELECT count(*) FROM report";

    /** Brings the store into the state of one that has been running for long. */
    default void settle() {
        // Most are in it from the start.
    }

    /** JDBC URL with all that it takes to connect. */
    String url();

    /** Size on disk; right when the target has been stopped. */
    long bytes();

    /** Reports that are stored. */
    long reports();

    /** The time that processes other than the target's own have been on a core for it. */
    Duration cpuTime();

    /** A file. */
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

    /** A database of its own in the server that all share. */
    record Postgres(PostgresServer server, String database) implements TargetStore {
        /** From then on the log goes to files that have been written before; a new one stops everybody while it is made. */
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

    /** Nowhere. */
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
