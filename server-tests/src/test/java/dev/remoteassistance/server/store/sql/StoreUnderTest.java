package dev.remoteassistance.server.store.sql;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ExportQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.StoreReader;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.StoredReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** A store on an empty database for each test, and what its tests do with it. */
interface StoreUnderTest {

    Instant NOW = Instant.parse("2026-01-02T03:04:05.000000678Z");
    Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    Caller USER = new Caller("tenant", CallerKind.USER, "app", "user", Set.of());
    Caller APP = new Caller("other", CallerKind.APP, "daemon", null, Set.of());

    /** Contained in every property of {@link #personal(String)} and of the caller. */
    String SECRET = "alice.secret";

    Caller ALICE = new Caller("tenant", CallerKind.USER, "app", SECRET + "-user", Set.of());

    /** Returns the location of an empty database for one test. */
    StoreLocation location();

    /** Opens a connection besides the store's. */
    Connection connect() throws SQLException;

    /** Returns whether any transaction holds a snapshot of the database. */
    boolean isRead();

    /** Returns statements after which the database refuses the report of {@link #personal(String)} and quotes it. */
    List<String> refusingStatements();

    default ReportStore open() {
        return open(NOW);
    }

    default ReportStore open(Instant time) {
        return SqlReportStore.open(location(), StoreOptions.DEFAULT, Clock.fixed(time, ZoneOffset.UTC));
    }

    default AppendOutcome append(ReportStore store, Caller caller, RemoteAssistanceReporting report) {
        try {
            return store.append(caller, report).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw (StoreUnavailableException) e.getCause();
        }
    }

    default void append(Instant time, Caller caller, RemoteAssistanceReporting report) {
        try (ReportStore store = open(time)) {
            append(store, caller, report);
        }
    }

    default RemoteAssistanceReporting report(String id) {
        return new RemoteAssistanceReporting().id(id);
    }

    default List<StoredReport> export() {
        return export(ExportQuery.ALL);
    }

    default List<StoredReport> export(ExportQuery query) {
        return StoreReader.export(location(), query);
    }

    default void execute(String... statements) throws SQLException {
        try (Connection connection = connect()) {
            execute(connection, List.of(statements));
        }
    }

    default void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    default List<List<String>> rows(String query) throws SQLException {
        return StoreReader.rows(location(), query);
    }
}
