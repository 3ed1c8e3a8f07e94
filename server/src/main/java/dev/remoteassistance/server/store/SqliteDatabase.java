package dev.remoteassistance.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * One SQLite file. Write-ahead log with {@code synchronous=FULL}: a commit returns once the log is on disk. One connection
 * writes, others can read meanwhile, also from other processes.
 */
final class SqliteDatabase implements SqlDatabase {

    /** Keys come in no order, so that each report touches another page of their index; SQLite's own default holds few. */
    private static final int CACHE_KIBIBYTES = 32 * 1024;

    /** Threads of one process, which that lock does not keep apart. */
    private static final Object MIGRATION = new Object();

    private final SqliteFile file;
    private final SqliteCheckpoint checkpoint;

    private SqliteDatabase(SqliteFile file) {
        this.file = file;
        this.checkpoint = new SqliteCheckpoint(file);
    }

    static SqliteDatabase openOrCreate(StoreLocation location) {
        return open(location, SqliteFile::openOrCreate);
    }

    static SqliteDatabase openExisting(StoreLocation location) {
        return open(location, SqliteFile::open);
    }

    private static SqliteDatabase open(StoreLocation location, Opening opening) {
        try {
            return new SqliteDatabase(opening.open(location.url()));
        } catch (IOException e) {
            throw new StoreUnavailableException("The store at %s cannot be opened".formatted(location), e);
        }
    }

    @Override
    public String migrations() {
        return "classpath:db/migration/sqlite";
    }

    @Override
    public JavaMigration[] conversions() {
        return new JavaMigration[] {new SqliteShortKeyMigration()};
    }

    @Override
    public DataSource source() {
        return file.source();
    }

    @Override
    public Connection connectToRead() throws SQLException {
        return file.connect();
    }

    @Override
    public Connection connectToMaintain() throws SQLException {
        return file.connect();
    }

    @Override
    public Connection connectToWrite() throws SQLException {
        Connection writer = file.connect();
        try (Statement statement = writer.createStatement()) {
            statement.execute("PRAGMA cache_size=-" + CACHE_KIBIBYTES);
        }
        checkpoint.leaveTo(writer);
        return writer;
    }

    @Override
    public void requireInPlace() throws SQLException {
        file.requireInPlace();
    }

    @Override
    public void committed(Connection writer) throws SQLException {
        checkpoint.committed(writer);
    }

    @Override
    public Object parameter(Instant time) {
        return ReceivedAt.text(time);
    }

    @Override
    public Instant time(ResultSet row, String column) throws SQLException {
        return Instant.parse(row.getString(column));
    }

    /** By a lock of the operating system on a file beside the database, whose own locks must not be touched. */
    @Override
    public void exclusively(Runnable migration) {
        synchronized (MIGRATION) {
            try (FileChannel channel = file.openMigrationLock()) {
                channel.lock();
                migration.run();
            } catch (IOException e) {
                throw new StoreUnavailableException("The store's schema cannot be locked", e);
            }
        }
    }

    @Override
    public void close() {
        checkpoint.close();
    }

    private interface Opening {
        SqliteFile open(String url) throws IOException;
    }
}
