package dev.remoteassistance.server.store.sql;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.session.SessionPage;
import dev.remoteassistance.server.session.SessionQuery;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.CommitListener;
import dev.remoteassistance.server.store.ExportQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.SessionTotals;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.commit.GroupCommit;
import dev.remoteassistance.server.store.database.QueryConnections;
import dev.remoteassistance.server.store.database.SqlDatabase;
import dev.remoteassistance.server.store.row.ReportRow;
import dev.remoteassistance.server.store.session.HistoryReader;
import dev.remoteassistance.server.store.session.SessionReader;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Keeps the audit trail in a table of SQLite or PostgreSQL. */
public final class SqlReportStore implements ReportStore, MeterBinder {

    /** Waiting reports may take the heap's size divided by this. */
    private static final int HEAP_SHARE = 8;

    /** An answer takes several times as many bytes. */
    private static final int MAX_PAGE_CHARACTERS = 2 << 20;

    private final SqlDatabase database;
    private final QueryConnections questions;
    private final GroupCommit commits;
    private final ReportRetention retention;
    private final Clock clock;

    private SqlReportStore(SqlDatabase database, GroupCommit commits, Clock clock) {
        this.database = database;
        this.questions = new QueryConnections(database);
        this.commits = commits;
        this.retention = new ReportRetention(database);
        this.clock = clock;
    }

    /**
     * Opens the store. Brings its schema up to date, or requires that it is, as the options say.
     *
     * @param location where the store is; a SQLite file is created, for its owner only, if it does not exist
     * @param options its queue, its migration and its retention
     * @param clock tells the time of arrival of reports
     * @throws StoreUnavailableException if the store cannot be opened, or its schema is newer than this program
     */
    public static SqlReportStore open(StoreLocation location, StoreOptions options, Clock clock) {
        return open(location, options, clock, ReportRetention.FIRST);
    }

    static SqlReportStore open(StoreLocation location, StoreOptions options, Clock clock, Duration firstDeletion) {
        SqlDatabase database = SqlDatabase.openOrCreate(location);
        new StoreSchema(database, location).prepare(options.migration());
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
        options.retention().ifPresent(age -> store.retention.start(age, clock, firstDeletion));
        return store;
    }

    @Override
    public CompletionStage<AppendOutcome> append(Caller caller, RemoteAssistanceReporting report) {
        return append(caller, report, CommitListener.NONE);
    }

    @Override
    public CompletionStage<AppendOutcome> append(
            Caller caller, RemoteAssistanceReporting report, CommitListener listener) {
        return commits.append(ReportRow.of(caller, report, clock.instant()), listener);
    }

    @Override
    public void export(ExportQuery query, Consumer<StoredReport> reader) {
        new ReportReader(database).read(query, reader);
    }

    @Override
    public SessionPage sessions(SessionQuery query) {
        return questions.read(connection -> new SessionReader(connection, MAX_PAGE_CHARACTERS).page(query));
    }

    @Override
    public SessionPage history(String id, SessionQuery query) {
        return questions.read(
                connection -> new HistoryReader(connection, database::receivedAt, MAX_PAGE_CHARACTERS).page(id, query));
    }

    @Override
    public SessionTotals totals(SessionQuery query) {
        return questions.read(connection -> new SessionReader(connection, MAX_PAGE_CHARACTERS).totals(query));
    }

    @Override
    public boolean isReady() {
        if (!commits.isResponsive()) {
            return false;
        }
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
        questions.close();
        database.close();
    }
}
