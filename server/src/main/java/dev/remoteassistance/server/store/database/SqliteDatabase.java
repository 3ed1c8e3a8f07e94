package dev.remoteassistance.server.store.database;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.row.ReportRow;
import dev.remoteassistance.server.store.session.SessionMigration;
import dev.remoteassistance.server.store.session.SqliteSessions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * One SQLite file with a write-ahead log and {@code synchronous=FULL}: a commit returns when the log is on disk. One
 * connection writes; others can read meanwhile, also from other processes.
 */
final class SqliteDatabase implements SqlDatabase {

    /** Keys arrive in random order, so each report touches a different index page. SQLite's default cache is small. */
    private static final int CACHE_KIBIBYTES = 32 * 1024;

    private static final String INSERT = """
        INSERT INTO report (id_hash, digest, tenant_id, report_id, received_at, app_id, user_id, payload)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id_hash, digest) DO NOTHING
        """;

    /** Locks out other threads of this process, which the lock on the file does not. */
    private static final Object MIGRATION = new Object();

    private final SqliteFile file;
    private final SqliteCheckpoint checkpoint;

    SqliteDatabase(SqliteFile file) {
        this.file = file;
        this.checkpoint = new SqliteCheckpoint(file);
    }

    @Override
    public FluentConfiguration schema(FluentConfiguration flyway) {
        return flyway.dataSource(file.source())
                .locations("classpath:db/migration/sqlite")
                .javaMigrations(new SqliteShortKeyMigration(), new SessionMigration(this::receivedAt));
    }

    @Override
    public String schemaVersion() {
        return "11";
    }

    @Override
    public Connection connectToRead() throws SQLException {
        return file.connect();
    }

    @Override
    public Connection connectToQuery() throws SQLException {
        return file.connectToQuery();
    }

    @Override
    public void limitTime(Connection connection) throws SQLException {
        SqliteTimeLimit.set(connection, MAX_QUERY_TIME);
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
        checkpoint.takeOver(writer);
        return writer;
    }

    @Override
    public Insertion prepareInsertion(Connection writer) throws SQLException {
        PreparedStatement insert = writer.prepareStatement(INSERT);
        SqliteSessions sessions = new SqliteSessions(writer);
        return rows -> {
            file.requireInPlace();
            checkpoint.finish(writer);
            writer.setAutoCommit(false);
            List<AppendOutcome> outcomes = new ArrayList<>(rows.size());
            for (ReportRow row : rows) {
                set(insert, row);
                boolean isNew = insert.executeUpdate() == 1;
                if (isNew) {
                    sessions.add(row);
                }
                outcomes.add(isNew ? AppendOutcome.STORED : AppendOutcome.REPEATED);
            }
            // Commits. A transaction that stayed open while there is nothing to write would lock out other writers.
            writer.setAutoCommit(true);
            return outcomes;
        };
    }

    private void set(PreparedStatement insert, ReportRow row) throws SQLException {
        insert.setLong(1, row.idHash());
        insert.setBytes(2, row.digest());
        insert.setString(3, row.tenantId());
        insert.setString(4, row.reportId());
        insert.setObject(5, parameter(row.receivedAt()));
        insert.setString(6, row.appId());
        insert.setString(7, row.userId());
        insert.setString(8, row.payload());
    }

    @Override
    public Object parameter(Instant time) {
        return MICROSECONDS.format(SqlDatabase.storable(time));
    }

    @Override
    public Instant receivedAt(ResultSet row) throws SQLException {
        return Instant.parse(row.getString("received_at"));
    }

    /** Locks a file beside the database with a system lock; the locks on the database file belong to SQLite. */
    @Override
    public int exclusively(IntSupplier migration) {
        synchronized (MIGRATION) {
            try (FileChannel channel = file.openMigrationLock()) {
                channel.lock();
                return migration.getAsInt();
            } catch (IOException e) {
                throw new StoreUnavailableException("The store's schema cannot be locked", e);
            }
        }
    }

    @Override
    public void close() {
        checkpoint.close();
    }
}
