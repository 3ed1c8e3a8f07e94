package dev.remoteassistance.server.store.sql;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.commit.GroupCommit;
import dev.remoteassistance.server.store.row.ReportRow;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The audit trail in a table of SQLite or PostgreSQL. */
public final class SqlReportStore implements ReportStore, MeterBinder {

    /** Part of the heap that waiting reports may take. */
    private static final int HEAP_SHARE = 8;

    private final SqlDatabase database;
    private final GroupCommit commits;
    private final ReportRetention retention;
    private final Clock clock;

    private SqlReportStore(SqlDatabase database, GroupCommit commits, Clock clock) {
        this.database = database;
        this.commits = commits;
        this.retention = new ReportRetention(database);
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
        SqlDatabase database = SqlDatabase.openOrCreate(location);
        StoreSchema schema = new StoreSchema(database, location);
        if (options.migration() == StoreOptions.Migration.AT_START) {
            schema.migrate();
        } else {
            schema.requireCurrent();
        }
        ReportWriter writer = new ReportWriter(database);
        try {
            writer.open();
        } catch (SQLException e) {
            writer.close();
            database.close();
            throw new StoreUnavailableException("The store at %s cannot be opened".formatted(location), e);
        }
        long maxWeight = Runtime.getRuntime().maxMemory() / HEAP_SHARE;
        SqlReportStore store =
                new SqlReportStore(database, GroupCommit.start(writer, options.queueCapacity(), maxWeight), clock);
        options.retention().ifPresent(age -> store.retention.start(age, clock));
        return store;
    }

    /**
     * Brings the schema of a store up to date, and does nothing else.
     *
     * @return how many steps that took; 0 if it was up to date
     * @throws StoreUnavailableException if the store cannot be opened, or its schema is newer than this program
     */
    public static int migrate(StoreLocation location) {
        try (SqlDatabase database = SqlDatabase.openOrCreate(location)) {
            return new StoreSchema(database, location).migrate();
        }
    }

    @Override
    public CompletionStage<AppendOutcome> append(Caller caller, RemoteAssistanceReporting report) {
        return commits.append(ReportRow.of(caller, report, clock.instant()));
    }

    @Override
    public void export(ReportQuery query, Consumer<StoredReport> reader) {
        new ReportReader(database).read(query, reader);
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
        retention.close();
        commits.close();
        database.close();
    }
}
