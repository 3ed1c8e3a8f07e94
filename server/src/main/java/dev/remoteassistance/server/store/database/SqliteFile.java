package dev.remoteassistance.server.store.database;

import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
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

/** The database file: creates it for its owner only, opens it, and notices when it is moved or replaced. */
final class SqliteFile {

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;
    /**
     * SQLite's default. Keys arrive in random order, so each report writes a page of their index: with pages of twice
     * the size, the same load wrote twice as much. A file keeps the page size with which it was created.
     */
    static final int PAGE_BYTES = 4096;

    /** Maximum size that an idle log keeps on the disk. */
    private static final int MAX_IDLE_LOG_BYTES = 64 << 20;

    private final Path path;
    private final Object identity;
    private final SQLiteDataSource source;
    private final SQLiteDataSource querySource;

    /**
     * Returns a handle of an existing file.
     *
     * @throws StoreUnavailableException if the file does not exist
     */
    SqliteFile(Path path) {
        this.path = path;
        this.identity = identity();
        this.source = source(config());
        SQLiteConfig query = config();
        query.setReadOnly(true);
        // Takes no lock before the first read, and none that makes a writer wait.
        query.setTransactionMode(SQLiteConfig.TransactionMode.DEFERRED);
        this.querySource = source(query);
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setPageSize(PAGE_BYTES);
        config.setJournalSizeLimit(MAX_IDLE_LOG_BYTES);
        // A connection never creates the file: if the file is gone, its reports are gone as well.
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        return config;
    }

    private SQLiteDataSource source(SQLiteConfig config) {
        SQLiteDataSource made = new SQLiteDataSource(config);
        made.setUrl(StoreLocation.SQLITE + path);
        return made;
    }

    /** Creates a file for its owner only. SQLite gives the same permissions to the files that it puts beside it. */
    static void createIfMissing(Path path) {
        try {
            Files.createFile(path, ownerOnly(path));
        } catch (FileAlreadyExistsException e) {
            // An existing file is kept as it is.
        } catch (IOException e) {
            throw new StoreUnavailableException("The store at %s cannot be made".formatted(path), e);
        }
    }

    /** Returns the size of the write-ahead log. */
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

    /** Opens a connection that cannot write, in a transaction that sees the file as it is at its first statement. */
    Connection connectToQuery() throws SQLException {
        requireInPlace();
        Connection connection = querySource.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /**
     * Makes sure that a commit goes to the file at the path. A file that has been moved or deleted while open would
     * still take reports, and they would be lost with it.
     */
    void requireInPlace() {
        if (!Objects.equals(identity, identity())) {
            throw new StoreUnavailableException(
                    "The store at %s is another file than at the start".formatted(path), null);
        }
    }

    private Object identity() {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            throw new StoreUnavailableException("The store at %s cannot be found".formatted(path), e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
