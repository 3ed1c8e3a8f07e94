package dev.remoteassistance.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteReportStoreTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05.000000678Z"), ZoneOffset.UTC);
    private static final Caller USER = new Caller("tenant", CallerKind.USER, "app", "user", Set.of());
    private static final Caller APP = new Caller("other", CallerKind.APP, "daemon", null, Set.of());

    @TempDir
    Path folder;

    @Test
    void keepsWhoReportedWhatAndWhen() throws SQLException {
        try (ReportStore store = open()) {
            assertThat(append(store, USER, report("a"))).isEqualTo(AppendOutcome.STORED);
            assertThat(append(store, APP, report("b"))).isEqualTo(AppendOutcome.STORED);
        }
        assertThat(
                        rows(
                                "SELECT tenant_id, report_id, received_at, app_id, user_id, payload FROM report ORDER BY 1 DESC"))
                .containsExactly(
                        List.of("tenant", "a", "2026-01-02T03:04:05.000000Z", "app", "user", "{\"id\":\"a\"}"),
                        List.of("other", "b", "2026-01-02T03:04:05.000000Z", "daemon", "null", "{\"id\":\"b\"}"));
    }

    @Test
    void isDurableOnceClosedOrNot() {
        SqliteReportStore store = open();
        append(store, USER, report("a"));
        // As another process sees it while the first has the file open.
        assertThat(export()).hasSize(1);
        store.close();
        assertThat(export()).hasSize(1);
        try (ReportStore again = open()) {
            assertThat(append(again, USER, report("a"))).isEqualTo(AppendOutcome.REPEATED);
        }
        assertThat(export()).hasSize(1);
    }

    @Test
    void writesAheadAndSyncsEveryCommit() throws Exception {
        try (SqliteReportStore store = open();
                Statement statement = writer(store).createStatement()) {
            assertThat(pragma(statement, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(statement, "synchronous")).as("FULL").isEqualTo("2");
        }
    }

    @Test
    void storesOneReportOfManyAtOnceOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (ReportStore store = open()) {
            List<Callable<AppendOutcome>> appends = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                RemoteAssistanceReporting report = report("id-" + i % 50);
                appends.add(() -> append(store, USER, report));
            }
            int stored = 0;
            for (Future<AppendOutcome> outcome : threads.invokeAll(appends)) {
                stored += outcome.get() == AppendOutcome.STORED ? 1 : 0;
            }
            assertThat(stored).isEqualTo(50);
        } finally {
            threads.shutdownNow();
        }
        assertThat(export()).hasSize(50).allMatch(StoredReport::current);
    }

    @Test
    void tellsTheNewestOfEachTenantsIds() {
        try (ReportStore store = open()) {
            append(store, USER, report("a"));
            append(store, APP, report("a"));
            append(store, USER, report("a").helperOs("other"));
        }
        assertThat(export())
                .extracting(report -> report.tenantId() + " " + report.current())
                .containsExactly("tenant false", "other true", "tenant true");
    }

    @Test
    void saysWhenItCannotBeOpened() throws IOException {
        Path noDatabase =
                Files.writeString(folder.resolve("reports.db"), "this is no database, but text of some length");
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(noDatabase.toString());
        assertThatThrownBy(() -> SqliteReportStore.open("jdbc:postgresql:reports", CLOCK))
                .hasMessageContaining("jdbc:sqlite:");
    }

    @Test
    void exportDoesNotMakeAStore() {
        assertThatThrownBy(this::export).isInstanceOf(StoreUnavailableException.class);
        assertThat(folder.resolve("reports.db")).doesNotExist();
    }

    @Test
    void keepsItsFileForTheOwner() throws IOException {
        open().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("reports.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void takesNoReportOnceItsFileIsGone() throws IOException {
        try (ReportStore store = open()) {
            append(store, USER, report("a"));
            Files.move(folder.resolve("reports.db"), folder.resolve("moved.db"));

            assertThatThrownBy(() -> append(store, USER, report("b"))).isInstanceOf(StoreUnavailableException.class);
            assertThat(store.isReady()).isFalse();
            assertThat(folder.resolve("reports.db")).doesNotExist();

            Files.createFile(folder.resolve("reports.db"));
            assertThatThrownBy(() -> append(store, USER, report("c"))).isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    void isReadyWhileItsTableCanBeRead() throws SQLException {
        try (ReportStore store = open()) {
            assertThat(store.isReady()).isTrue();
            try (Connection connection = DriverManager.getConnection(url());
                    Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE report RENAME TO gone");
            }
            assertThat(store.isReady()).isFalse();
            assertThatThrownBy(() -> append(store, USER, report("a"))).isInstanceOf(StoreUnavailableException.class);
        }
    }

    private static AppendOutcome append(ReportStore store, Caller caller, RemoteAssistanceReporting report) {
        try {
            return store.append(caller, report).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw (StoreUnavailableException) e.getCause();
        }
    }

    private static RemoteAssistanceReporting report(String id) {
        return new RemoteAssistanceReporting().id(id);
    }

    private String url() {
        return SqliteFile.URL_PREFIX + folder.resolve("reports.db");
    }

    private SqliteReportStore open() {
        return SqliteReportStore.open(url(), CLOCK);
    }

    private List<StoredReport> export() {
        try (ReportStore store = SqliteReportStore.openExisting(url(), CLOCK)) {
            List<StoredReport> reports = new ArrayList<>();
            store.export(ReportQuery.ALL, reports::add);
            return reports;
        }
    }

    private List<List<String>> rows(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** The settings that matter are those of the connection that writes. */
    private static Connection writer(SqliteReportStore store) throws ReflectiveOperationException {
        var field = SqliteReportStore.class.getDeclaredField("writer");
        field.setAccessible(true);
        return (Connection) field.get(store);
    }

    private static String pragma(Statement statement, String name) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA " + name)) {
            result.next();
            return result.getString(1);
        }
    }
}
