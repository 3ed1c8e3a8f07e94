package dev.remoteassistance.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** The database file: who may read it, how it is opened, and that it stays where it is. */
public final class SqliteFile {

    /** What the URLs of such files begin with. */
    public static final String URL_PREFIX = "jdbc:sqlite:";

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;
    /**
     * SQLite's own default, said because the bound of the log counts on it. Keys come in no order, so that each report
     * writes a page of their index: with pages of twice the size, the same load wrote twice as much. A file keeps the size
     * that it was made with.
     */
    static final int PAGE_BYTES = 4096;

    private final Path path;
    private final Object identity;
    private final SQLiteDataSource source;

    private SqliteFile(Path path) throws IOException {
        this.path = path;
        this.identity = identity();
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setPageSize(PAGE_BYTES);
        // A connection never makes a file: if it is gone, its reports are.
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        this.source = new SQLiteDataSource(config);
        this.source.setUrl(URL_PREFIX + path);
    }

    /**
     * Returns the path in a URL.
     *
     * @throws IllegalArgumentException if it is no URL of a file; the message continues a sentence about it
     */
    public static Path pathOf(String url) {
        String path = url.startsWith(URL_PREFIX) ? url.substring(URL_PREFIX.length()) : "";
        if (path.isBlank() || path.startsWith(":") || path.startsWith("file:") || path.contains("?")) {
            throw new IllegalArgumentException("must be %s and the path of a file".formatted(URL_PREFIX));
        }
        return Path.of(path).toAbsolutePath();
    }

    static SqliteFile open(String url) throws IOException {
        return new SqliteFile(pathOf(url));
    }

    static SqliteFile openOrCreate(String url) throws IOException {
        Path path = pathOf(url);
        if (Files.notExists(path)) {
            // SQLite gives the files that it puts beside this one the same permissions.
            Files.createFile(path, ownerOnly(path));
        }
        return new SqliteFile(path);
    }

    /** Returns the size of the log whose commits are not all in the file itself. */
    long logBytes() {
        return path.resolveSibling(path.getFileName() + "-wal").toFile().length();
    }

    /** Opens the file that is locked while the schema changes. */
    FileChannel openMigrationLock() throws IOException {
        return FileChannel.open(
                path.resolveSibling(path.getFileName() + ".lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                ownerOnly(path));
    }

    DataSource source() {
        return source;
    }

    Connection connect() throws SQLException {
        return source.getConnection();
    }

    /**
     * Makes sure that a commit goes to the file that operators see. The open file would take reports on after it has
     * been moved or deleted, and they would be lost with it.
     */
    void requireInPlace() {
        try {
            if (Objects.equals(identity, identity())) {
                return;
            }
        } catch (IOException e) {
            throw new StoreUnavailableException("The store at %s is gone".formatted(path), e);
        }
        throw new StoreUnavailableException(
                "The store at %s is another file than at the start".formatted(path),
                new NoSuchFileException("" + path));
    }

    private Object identity() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
