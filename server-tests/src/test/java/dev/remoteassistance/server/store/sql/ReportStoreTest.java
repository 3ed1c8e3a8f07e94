package dev.remoteassistance.server.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.LogCapture;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ExportQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.database.SqlDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests what every store must do. There is a subclass for each database. */
abstract class ReportStoreTest implements ReportBatchTests, ReportExportTests, ReportRetentionTests, StoreSchemaTests {

    @RegisterExtension
    final LogCapture log = new LogCapture();

    @Test
    void keepsWhoReportedWhatAndWhen() throws SQLException {
        try (ReportStore store = open()) {
            assertThat(append(store, USER, report("a"))).isEqualTo(AppendOutcome.STORED);
            assertThat(append(store, APP, report("b"))).isEqualTo(AppendOutcome.STORED);
        }
        assertThat(rows("SELECT tenant_id, report_id, app_id, user_id, payload FROM report ORDER BY 1 DESC"))
                .containsExactly(
                        List.of("tenant", "a", "app", "user", "{\"id\":\"a\"}"),
                        List.of("other", "b", "daemon", "null", "{\"id\":\"b\"}"));
        assertThat(export())
                .containsExactly(
                        new StoredReport(
                                1, "tenant", "a", "2026-01-02T03:04:05.000000Z", true, "app", "user", "{\"id\":\"a\"}"),
                        new StoredReport(
                                2,
                                "other",
                                "b",
                                "2026-01-02T03:04:05.000000Z",
                                true,
                                "daemon",
                                null,
                                "{\"id\":\"b\"}"));
    }

    @Test
    void isDurableOnceAcknowledged() {
        ReportStore store = open();
        append(store, USER, report("a"));
        // Read as another process would, while this one has the database open.
        assertThat(export()).hasSize(1);
        store.close();
        try (ReportStore again = open()) {
            assertThat(append(again, USER, report("a"))).isEqualTo(AppendOutcome.REPEATED);
        }
        assertThat(export()).hasSize(1);
    }

    @Test
    void takesNothingOnceItIsClosed() {
        ReportStore store = open();
        store.close();
        assertThatThrownBy(() -> append(store, USER, report("a"))).isInstanceOf(StoreUnavailableException.class);
        assertThat(export()).isEmpty();
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
    void aLateRepetitionChangesNothing() {
        try (ReportStore store = open()) {
            append(store, USER, report("a"));
            append(store, USER, report("a").helperOs("other"));
            assertThat(append(store, USER, report("a"))).isEqualTo(AppendOutcome.REPEATED);
        }
        assertThat(export()).extracting(StoredReport::current).containsExactly(false, true);
    }

    @Test
    void keepsTextThatDatabasesHaveNoFormFor() {
        String id = "zero \0, half \uD83D, whole \uD83D\uDE00";
        try (ReportStore store = open()) {
            append(store, USER, report(id).helperOs("a\0b"));
            append(store, USER, report("\uDE00"));
            append(store, USER, report("\uFFFD"));
        }
        assertThat(export()).extracting(StoredReport::id).containsExactly(id, "\uDE00", "\uFFFD");
        assertThat(export()).allMatch(StoredReport::current);
    }

    @Test
    void isReadyWhileItsTableCanBeRead() throws SQLException {
        try (ReportStore store = open()) {
            assertThat(store.isReady()).isTrue();
            execute("ALTER TABLE report RENAME TO gone");
            assertThat(store.isReady()).isFalse();
            assertThatThrownBy(() -> append(store, USER, report("a"))).isInstanceOf(StoreUnavailableException.class);
            execute("ALTER TABLE gone RENAME TO report");
            assertThat(append(store, USER, report("a"))).isEqualTo(AppendOutcome.STORED);
        }
    }

    /** Holds for every failure, whatever the database says about it. */
    @Test
    void tellsNobodyWhatAReportHolds() throws SQLException {
        try (SqlReportStore store = SqlReportStore.open(location(), StoreOptions.DEFAULT, CLOCK)) {
            for (String refusal : refusingStatements()) {
                execute(refusal);
                assertThat(failuresOfABatch(store)).doesNotContain(SECRET);
            }
            execute("ALTER TABLE report RENAME TO gone");
            assertThat(failuresOfABatch(store)).doesNotContain(SECRET);
            try (ReportRetention retention = new ReportRetention(SqlDatabase.openExisting(location()))) {
                assertThat(failure(() -> retention.deleteBefore(NOW))).doesNotContain(SECRET);
            }
            assertThat(failure(() -> store.export(ExportQuery.ALL, report -> {})))
                    .doesNotContain(SECRET);
        }
        assertThat(log.text()).contains("The store takes no reports").doesNotContain(SECRET);
    }

    /** Returns the failures of a batch of reports that is not stored. */
    String failuresOfABatch(ReportStore store) {
        List<CompletableFuture<AppendOutcome>> outcomes = IntStream.range(0, 20)
                .mapToObj(i -> store.append(ALICE, personal("id-" + i)).toCompletableFuture())
                .toList();
        return outcomes.stream().map(outcome -> failure(outcome::join)).collect(Collectors.joining());
    }

    /** Runs work that must fail, and returns the whole text of its exception. */
    String failure(Runnable work) {
        StringWriter text = new StringWriter();
        Throwable failure = catchThrowable(work::run);
        assertThat(failure).isNotNull();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** Returns a report in which everything but the id is personal. */
    RemoteAssistanceReporting personal(String id) {
        return new RemoteAssistanceReporting()
                .id(id)
                .helperEmail(SECRET + "@contoso.example")
                .helperFirstName(SECRET)
                .sharerEmail(SECRET + "@contoso.example");
    }
}
