package dev.remoteassistance.benchmarks.postgres;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * Copies the files of a running PostgreSQL for a standby, as its manual describes under "Making a base backup using the
 * low level API". The binaries in the jar have no {@code pg_basebackup}.
 */
final class PostgresCopy {

    /** Files that belong to the running process, and the log, which the standby fetches by itself. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_wal");

    /** Size of the log that a primary keeps for a standby that does not exist yet. */
    static final String KEPT_LOG = "1GB";

    private PostgresCopy() {}

    /**
     * Makes a copy.
     *
     * @param name the standby's name at the primary
     */
    static void make(PostgresAddress primary, Path from, Path to, String name) {
        try (Connection connection = primary.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_backup_start('%s', true)".formatted(name));
            Files.walkFileTree(from, new Copying(from, to));
            try (ResultSet label = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
                label.next();
                Files.writeString(to.resolve("backup_label"), label.getString(1));
            }
            Files.createDirectories(to.resolve("pg_wal"));
            Files.createFile(to.resolve("standby.signal"));
            // Replaces the primary's file, with which a promoted standby would wait for a standby that does not exist.
            Files.writeString(to.resolve("postgresql.auto.conf"), """
                    primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s application_name=%s'
                    wal_keep_size = %s
                    """.formatted(
                            primary.port(), primary.user(), primary.password(), name, KEPT_LOG));
        } catch (SQLException | IOException e) {
            throw new BenchmarkException("no standby can be made: " + e.getMessage(), e);
        }
    }

    private static final class Copying extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Path relative = from.relativize(folder);
            if (LEFT_OUT.contains(relative.toString())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.copy(folder, to.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Path relative = from.relativize(file);
            if (!LEFT_OUT.contains(relative.toString())) {
                try {
                    Files.copy(file, to.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (NoSuchFileException deletedMeanwhile) {
                    // The standby learns of it from the log.
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
