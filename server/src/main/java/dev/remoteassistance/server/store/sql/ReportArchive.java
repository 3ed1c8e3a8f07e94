package dev.remoteassistance.server.store.sql;

import dev.remoteassistance.server.session.SessionPage;
import dev.remoteassistance.server.session.SessionQuery;
import dev.remoteassistance.server.store.ExportQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.database.SqlDatabase;
import dev.remoteassistance.server.store.session.SessionReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;

/** The store as the commands use it: to migrate it, to read and to delete reports, also while servers write to it. */
public final class ReportArchive implements AutoCloseable {

    private final SqlDatabase database;

    private ReportArchive(SqlDatabase database) {
        this.database = database;
    }

    /**
     * Brings the schema of a store up to date, and does nothing else.
     *
     * @param location where the store is; a SQLite file is created, for its owner only, if it does not exist
     * @return the number of migrations that were run; 0 if the schema was up to date
     * @throws StoreUnavailableException if the store cannot be opened, or its schema is newer than this program
     */
    public static int migrate(StoreLocation location) {
        try (SqlDatabase database = SqlDatabase.openOrCreate(location)) {
            return new StoreSchema(database, location).migrate();
        }
    }

    /**
     * Opens an existing store. Does not change its schema.
     *
     * @param location where the store is
     * @throws StoreUnavailableException if the store is missing, cannot be opened, or has another schema than this
     *     program's
     */
    public static ReportArchive open(StoreLocation location) {
        SqlDatabase database = SqlDatabase.openExisting(location);
        new StoreSchema(database, location).requireCurrent();
        return new ReportArchive(database);
    }

    /** Exports as {@link ReportStore#export} does. */
    public void export(ExportQuery query, Consumer<StoredReport> reader) {
        new ReportReader(database).read(query, reader);
    }

    /** Answers as {@link ReportStore#sessions} does, but however large the page is and however long it takes. */
    public SessionPage sessions(SessionQuery query) {
        try (Connection connection = database.connectToRead()) {
            return new SessionReader(connection, Long.MAX_VALUE).page(query);
        } catch (SQLException e) {
            throw new StoreUnavailableException("The sessions cannot be read", e);
        }
    }

    /**
     * Deletes the reports that arrived before a time.
     *
     * @return the number of deleted reports
     * @throws StoreUnavailableException if the database fails; reports deleted before that stay deleted
     */
    public long deleteBefore(Instant time) {
        try (ReportRetention retention = new ReportRetention(database)) {
            return retention.deleteBefore(time);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
