package dev.remoteassistance.server.store;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.auth.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The audit trail in a table of SQLite or PostgreSQL. */
public final class SqlReportStore implements ReportStore, MeterBinder {

    /** Part of the heap that waiting reports may take. */
    private static final int HEAP_SHARE = 8;

    private final SqlDatabase database;
    private final GroupCommit commits;
    private final Clock clock;

    private SqlReportStore(SqlDatabase database, GroupCommit commits, Clock clock) {
        this.database = database;
        this.commits = commits;
        this.clock = clock;
    }

    /**
     * Opens the store, and brings its schema up to date.
     *
     * @param location where it is; a file of SQLite is created, for its owner alone, if it does not exist
     * @param options how it behaves
     * @param clock tells when reports arrive
     * @throws StoreUnavailableException if the store cannot be opened, or its schema is newer than this program
     */
    public static SqlReportStore open(StoreLocation location, StoreOptions options, Clock clock) {
        SqlDatabase database = location.database();
        StoreSchema.check(database, location, schema -> {
            if (options.migrates()) {
                schema.migrate();
            }
            schema.requireCurrent();
        });
        PendingReports pending =
                new PendingReports(options.queueCapacity(), Runtime.getRuntime().maxMemory() / HEAP_SHARE);
        ReportWriter writer = new ReportWriter(database);
        try {
            writer.open();
        } catch (SQLException e) {
            writer.close();
            database.close();
            throw new StoreUnavailableException("The store at %s cannot be opened".formatted(location), e);
        }
        return new SqlReportStore(database, new GroupCommit(writer, pending).start(), clock);
    }

    /**
     * Brings the schema of a store up to date, and does nothing else.
     *
     * @return how many steps that took; 0 if it was up to date
     * @throws StoreUnavailableException if the store cannot be opened, or its schema is newer than this program
     */
    public static int migrate(StoreLocation location) {
        int[] steps = {0};
        try (SqlDatabase database = location.database()) {
            StoreSchema.check(database, location, schema -> steps[0] = schema.migrate());
        }
        return steps[0];
    }

    @Override
    public CompletionStage<AppendOutcome> append(Caller caller, RemoteAssistanceReporting report) {
        return commits.append(ReportRow.of(caller, report, clock.instant()));
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
    public boolean isReady() {
        try (Connection connection = database.connectToRead();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT 1 FROM report LIMIT 1")) {
            row.next();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        commits.bindTo(registry);
    }

    @Override
    public void close() {
        commits.close();
        database.close();
    }
}
