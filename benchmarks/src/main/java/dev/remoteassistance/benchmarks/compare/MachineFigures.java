package dev.remoteassistance.benchmarks.compare;

import dev.remoteassistance.benchmarks.load.LoadGenerator;
import dev.remoteassistance.benchmarks.process.BenchmarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.server.Server;

/** Describes the machine and the versions of programs, on which the figures depend. */
final class MachineFigures {

    private MachineFigures() {}

    /** Returns a description of the machine. */
    static String machine() {
        return "%d cores (%s), %d GB of memory, Linux %s, JDK %s (%s)"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        line("/proc/cpuinfo", "model name"),
                        Math.round(
                                Long.parseLong(line("/proc/meminfo", "MemTotal").split(" ")[0]) / 1024.0 / 1024),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.version"),
                        System.getProperty("java.vendor"));
    }

    /** Returns the versions of the programs that are measured with ours. */
    static Map<String, String> versions(Optional<String> postgres) {
        Map<String, String> versions = new TreeMap<>();
        versions.put("Jetty", Server.getVersion());
        versions.put("SQLite", sqlite());
        versions.put("wrk", LoadGenerator.version());
        postgres.ifPresent(version -> versions.put("PostgreSQL", version));
        return versions;
    }

    private static String sqlite() {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new BenchmarkException("SQLite does not run: " + e.getMessage(), e);
        }
    }

    private static String line(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("?");
        } catch (IOException e) {
            throw new BenchmarkException(file + " cannot be read", e);
        }
    }
}
