package dev.remoteassistance.server.store;

import java.time.Instant;
import java.util.function.Consumer;

/** A store as commands use it, beside the servers that may be running on it. It takes no reports. */
public final class ReportArchive implements ReportSource, AutoCloseable {

    private final SqlDatabase database;

    private ReportArchive(SqlDatabase database) {
        this.database = database;
    }

    /**
     * Opens a store that exists already, as it is.
     *
     * @param location where it is
     * @throws StoreUnavailableException if it is not there, cannot be opened, or has another schema than this program's
     */
    public static ReportArchive open(StoreLocation location) {
        SqlDatabase database = location.existingDatabase();
        StoreSchema.check(database, location, StoreSchema::requireCurrent);
        return new ReportArchive(database);
    }

    @Override
    public void export(ReportQuery query, Consumer<StoredReport> reader) {
        new ReportReader(database).read(query, reader);
    }

    /**
     * Deletes the reports that arrived before a time.
     *
     * @return how many reports that were
     * @throws StoreUnavailableException if the database fails; what has been deleted by then is gone
     */
    public long deleteBefore(Instant time) {
        return new ReportRetention(database).deleteBefore(time);
    }

    @Override
    public void close() {
        database.close();
    }
}
