package dev.remoteassistance.server.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.LogCapture;
import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.StoreOverloadedException;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.database.SqlDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests what every store must do. There is a subclass for each database. */
abstract class ReportStoreTest {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05.000000678Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Caller USER = new Caller("tenant", CallerKind.USER, "app", "user", Set.of());
    static final Caller APP = new Caller("other", CallerKind.APP, "daemon", null, Set.of());

    /** Contained in every property of {@link #personal(String)} and of the caller. */
    static final String SECRET = "alice.secret";

    static final Caller ALICE = new Caller("tenant", CallerKind.USER, "app", SECRET + "-user", Set.of());

    @RegisterExtension
    final LogCapture log = new LogCapture();

    /** Returns the location of an empty database for one test. */
    abstract StoreLocation location();

    /** Opens a connection besides the store's. */
    abstract Connection connect() throws SQLException;

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

    /** Read over another connection at the moment of the acknowledgement, not later. */
    @Test
    void hasCommittedABatchWhenItAcknowledges() throws Exception {
        Queue<String> uncommitted = new ConcurrentLinkedQueue<>();
        try (ReportStore store = open();
                Connection other = connect();
                var count = other.prepareStatement("SELECT count(*) FROM report WHERE report_id = ?")) {
            List<CompletableFuture<Void>> checks = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                String id = "id-" + i;
                checks.add(store.append(USER, report(id))
                        .thenAccept(outcome -> {
                            if (count(count, id) != 1) {
                                uncommitted.add(id);
                            }
                        })
                        .toCompletableFuture());
            }
            CompletableFuture.allOf(checks.toArray(CompletableFuture[]::new)).get();
        }
        assertThat(uncommitted).isEmpty();
    }

    private static int count(PreparedStatement count, String id) {
        // The store answers on two threads, or on the caller's thread if it was faster than the caller.
        synchronized (count) {
            try {
                count.setString(1, id);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void storesOneReportOfManyAtOnceOnce() {
        List<CompletableFuture<AppendOutcome>> outcomes = new ArrayList<>();
        // Two servers on one database.
        try (ReportStore store = open();
                ReportStore other = open()) {
            for (int i = 0; i < 2_000; i++) {
                RemoteAssistanceReporting report = report("id-" + i % 500);
                outcomes.add(
                        (i / 500 % 2 == 0 ? store : other).append(USER, report).toCompletableFuture());
            }
            assertThat(outcomes.stream().map(CompletableFuture::join).filter(AppendOutcome.STORED::equals))
                    .hasSize(500);
        }
        assertThat(export()).hasSize(500).allMatch(StoredReport::current);
    }

    @Test
    void writesWhatWasHandedInBeforeItEnds() {
        List<CompletableFuture<AppendOutcome>> outcomes;
        try (ReportStore store = open()) {
            outcomes = IntStream.range(0, 2_000)
                    .mapToObj(i -> store.append(USER, report("id-" + i)).toCompletableFuture())
                    .toList();
        }
        assertThat(outcomes)
                .allMatch(CompletableFuture::isDone)
                .allMatch(outcome -> !outcome.isCompletedExceptionally());
        assertThat(export()).hasSize(2_000);
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
    void exportsByTimeAndTenant() {
        append(NOW.minusSeconds(10), USER, report("early"));
        append(NOW, USER, report("late"));
        append(NOW, APP, report("late"));

        Optional<Instant> since = Optional.of(NOW.minusSeconds(5));
        assertThat(export(ReportQuery.ALL.since(since))).hasSize(2);
        assertThat(export(ReportQuery.ALL.since(since).ofTenant(Optional.of("TENANT"))))
                .extracting(StoredReport::id)
                .containsExactly("late");
        assertThat(export(ReportQuery.ALL.ofTenant(Optional.of("tenant")))).hasSize(2);
        assertThat(export(ReportQuery.ALL.since(Optional.of(NOW.plusSeconds(1)))))
                .isEmpty();
    }

    @Test
    void exportsWhatArrivedExactlySinceATime() {
        append(NOW, USER, report("a"));
        Instant arrival = NOW.truncatedTo(ChronoUnit.MICROS);
        assertThat(export(ReportQuery.ALL.since(Optional.of(arrival)))).hasSize(1);
        assertThat(export(ReportQuery.ALL.since(Optional.of(arrival.plusNanos(1_000)))))
                .isEmpty();
    }

    @Test
    void exportsWhatArrivedBeforeATime() {
        append(NOW, USER, report("a"));
        Instant arrival = NOW.truncatedTo(ChronoUnit.MICROS);
        assertThat(export(ReportQuery.ALL.until(Optional.of(arrival)))).isEmpty();
        assertThat(export(ReportQuery.ALL.until(Optional.of(arrival.plusNanos(1_000)))))
                .hasSize(1);
        assertThat(export(ReportQuery.ALL.until(Optional.of(Instant.MAX)))).hasSize(1);
        assertThat(export(ReportQuery.ALL.until(Optional.of(Instant.MIN)))).isEmpty();
    }

    @Test
    void exportsNothingSinceATimeFarAway() {
        append(NOW, USER, report("a"));
        assertThat(export(ReportQuery.ALL.since(Optional.of(Instant.parse("+12026-01-01T00:00:00Z")))))
                .isEmpty();
        assertThat(export(ReportQuery.ALL.since(Optional.of(Instant.MAX)))).isEmpty();
        assertThat(export(ReportQuery.ALL.since(Optional.of(Instant.MIN)))).hasSize(1);
    }

    @Test
    void exportsOnFromWhereAnExportEnded() {
        try (ReportStore store = open()) {
            append(store, USER, report("a"));
            append(store, APP, report("b"));
            append(store, USER, report("a"));
            append(store, USER, report("a").helperOs("other"));
            List<StoredReport> all = export();
            assertThat(all).hasSize(3).extracting(StoredReport::sequence).isSorted();
            for (StoredReport last : all) {
                assertThat(export(ReportQuery.ALL.after(last.sequence())))
                        .isEqualTo(all.subList(all.indexOf(last) + 1, all.size()));
            }
        }
    }

    /** A paused export does not keep the database from cleaning up behind the writer. */
    @Test
    void holdsNothingWhileAReportIsPassedOn() throws SQLException {
        append(NOW, USER, report("a"));
        append(NOW, USER, report("b"));
        List<Boolean> held = new ArrayList<>();
        try (ReportArchive archive = ReportArchive.open(location())) {
            archive.export(ReportQuery.ALL, report -> held.add(isRead()));
        }
        assertThat(held).containsExactly(false, false);
    }

    /** Returns whether any transaction holds a snapshot of the database. */
    abstract boolean isRead();

    @Test
    void tellsWhatIsCurrentAsOfItsBeginning() {
        List<StoredReport> reports = new ArrayList<>();
        try (ReportStore store = open()) {
            IntStream.range(0, 1_500)
                    .mapToObj(i -> store.append(USER, report("id-" + i)).toCompletableFuture())
                    .toList()
                    .forEach(CompletableFuture::join);
            try (ReportArchive archive = ReportArchive.open(location())) {
                archive.export(ReportQuery.ALL, report -> {
                    if (reports.isEmpty()) {
                        IntStream.range(0, 1_500)
                                .mapToObj(i -> store.append(
                                                USER, report("id-" + i).helperOs("amended"))
                                        .toCompletableFuture())
                                .toList()
                                .forEach(CompletableFuture::join);
                    }
                    reports.add(report);
                });
            }
        }
        assertThat(reports).hasSize(1_500).allMatch(StoredReport::current);
    }

    /** Pages end after a number of reports, or earlier if the reports are large. */
    @Test
    void exportsManyAndLargeReports() {
        String large = "x".repeat(3 << 20);
        try (ReportStore store = open()) {
            IntStream.range(0, 2_500)
                    .mapToObj(i -> store.append(
                                    USER, i % 250 == 0 ? report("id-" + i).helperOs(large) : report("id-" + i))
                            .toCompletableFuture())
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        assertThat(export())
                .extracting(StoredReport::id)
                .doesNotHaveDuplicates()
                .hasSize(2_500);
    }

    @Test
    void deletesWhatIsOldAndNothingElse() {
        try (ReportStore store = open(NOW.minusSeconds(10))) {
            IntStream.range(0, 2_500)
                    .mapToObj(i -> store.append(USER, report("old-" + i)).toCompletableFuture())
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        append(NOW, USER, report("new"));
        try (ReportArchive archive = ReportArchive.open(location())) {
            assertThat(archive.deleteBefore(NOW.minusSeconds(11))).isZero();
            assertThat(archive.deleteBefore(NOW.minusSeconds(5))).isEqualTo(2_500);
            assertThat(archive.deleteBefore(NOW.minusSeconds(5))).isZero();
        }
        assertThat(export()).extracting(StoredReport::id).containsExactly("new");
    }

    @Test
    void deletesNothingThatIsExactlyAsOldAsItMayBe() {
        append(NOW.minusSeconds(10).minusNanos(1_000), USER, report("older"));
        append(NOW.minusSeconds(10), USER, report("exactly"));
        append(NOW.minusSeconds(10).plusNanos(1_000), USER, report("younger"));

        try (ReportRetention retention = new ReportRetention(SqlDatabase.openExisting(location()))) {
            retention.deleteOlderThan(Duration.ofSeconds(10), CLOCK);
        }

        assertThat(export()).extracting(StoredReport::id).containsExactly("exactly", "younger");
    }

    @Test
    void deletesByItselfWhatIsOlderThanItsOperatorSet() throws Exception {
        append(NOW.minusSeconds(10).minusNanos(1_000), USER, report("older"));
        append(NOW.minusSeconds(10), USER, report("exactly"));
        StoreOptions options =
                new StoreOptions(10, StoreOptions.Migration.AT_START, Optional.of(Duration.ofSeconds(10)));

        try (SqlReportStore store = SqlReportStore.open(location(), options, CLOCK, Duration.ZERO)) {
            assertThat(store.isReady()).isTrue();
            Waiting.until(() -> export().size() < 2);
        }

        assertThat(export()).extracting(StoredReport::id).containsExactly("exactly");
        Waiting.until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("store-retention")));
    }

    @Test
    void deletesWhatIsOldBehindReportsOfAClockThatWasAhead() {
        try (ReportStore ahead = open(NOW.plusSeconds(100));
                ReportStore store = open(NOW.minusSeconds(100))) {
            IntStream.range(0, 1_500)
                    .mapToObj(i -> ahead.append(USER, report("ahead-" + i)).toCompletableFuture())
                    .toList()
                    .forEach(CompletableFuture::join);
            for (int i = 0; i < 50; i++) {
                append(store, USER, report("old-" + i));
            }
        }
        try (ReportArchive archive = ReportArchive.open(location())) {
            assertThat(archive.deleteBefore(NOW)).isEqualTo(50);
        }
        assertThat(export()).hasSize(1_500);
    }

    /** Clocks of servers differ, so the newest amendment of a report may seem to be the oldest. */
    @Test
    void leavesNoOlderAmendmentAsTheCurrentOne() {
        append(NOW.plusSeconds(1), USER, report("a"));
        append(NOW.minusSeconds(1), USER, report("a").helperOs("newer"));
        append(NOW.minusSeconds(1), APP, report("a"));
        append(NOW.minusSeconds(1), USER, report("b"));
        append(NOW.plusSeconds(1), USER, report("b").helperOs("newer"));
        try (ReportArchive archive = ReportArchive.open(location())) {
            assertThat(archive.deleteBefore(NOW)).isEqualTo(2);
            assertThat(export())
                    .extracting(StoredReport::payload, StoredReport::current)
                    .containsExactly(
                            tuple("{\"id\":\"a\"}", false),
                            tuple("{\"id\":\"a\",\"helperOs\":\"newer\"}", true),
                            tuple("{\"id\":\"b\",\"helperOs\":\"newer\"}", true));
            assertThat(archive.deleteBefore(NOW.plusSeconds(2))).isEqualTo(3);
        }
    }

    @Test
    void refusesWhatDoesNotFitIntoTheQueue() throws Exception {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        try (SqlReportStore store = SqlReportStore.open(location(), withQueueOf(5), CLOCK)) {
            store.bindTo(metrics);
            List<CompletableFuture<AppendOutcome>> outcomes;
            try (AutoCloseable held = holdWriters()) {
                assertThat(held).isNotNull();
                outcomes = IntStream.range(0, 600)
                        .mapToObj(i -> store.append(USER, report("id-" + i)).toCompletableFuture())
                        .toList();
                assertThat(outcomes).anyMatch(CompletableFuture::isCompletedExceptionally);
            }
            long stored = outcomes.stream().filter(ReportStoreTest::isStored).count();
            assertThat(stored).isPositive();
            assertThat(export()).hasSize((int) stored);
            assertThat(metrics.get("remote.assistance.store.queue.overflows")
                            .functionCounter()
                            .count())
                    .isEqualTo(600 - stored);
            assertThat(append(store, USER, report("afterwards"))).isEqualTo(AppendOutcome.STORED);
        }
    }

    @Test
    void measuresItsCommits() {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        try (SqlReportStore store = SqlReportStore.open(location(), StoreOptions.DEFAULT, CLOCK)) {
            store.bindTo(metrics);
            append(store, USER, report("a"));
            append(store, USER, report("b"));
        }
        assertThat(metrics.get("remote.assistance.store.commit").timer().count())
                .isEqualTo(2);
        assertThat(metrics.get("remote.assistance.store.batch.size").summary().totalAmount())
                .isEqualTo(2);
        assertThat(metrics.get("remote.assistance.store.queue.depth").gauge().value())
                .isZero();
    }

    @Test
    void doesNotRunOnANewerSchema() throws SQLException {
        open().close();
        execute("""
                INSERT INTO flyway_schema_history
                       (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                SELECT 99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'later', 1, success FROM flyway_schema_history
                 WHERE version = '1'
                """);
        for (Runnable use : List.<Runnable>of(
                () -> open().close(),
                () -> ReportArchive.open(location()).close(),
                () -> ReportArchive.migrate(location()))) {
            assertThatThrownBy(use::run)
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageContaining("newer schema 99");
        }
    }

    /** Otherwise every start would run Flyway, or a store with an older schema would be used. */
    @Test
    void knowsTheNewestVersionOfItsSchema() {
        open().close();
        try (SqlDatabase database = SqlDatabase.openExisting(location())) {
            assertThat(database.schema(Flyway.configure())
                            .load()
                            .info()
                            .current()
                            .getVersion()
                            .getVersion())
                    .isEqualTo(database.schemaVersion());
        }
    }

    @Test
    void doesNotAskFlywayOfACurrentSchema() throws SQLException {
        open().close();
        // Flyway would refuse this history; reading only the newest version accepts it.
        execute("UPDATE flyway_schema_history SET checksum = 1, description = 'other' WHERE version = '1'");
        open().close();
        assertThat(ReportArchive.migrate(location())).isZero();
        ReportArchive.open(location()).close();
    }

    /** Also within one batch, which PostgreSQL gets as arrays. */
    @Test
    void tellsTheNewestOfAmendmentsThatShareATransaction() throws Exception {
        List<CompletableFuture<AppendOutcome>> outcomes = new ArrayList<>();
        try (ReportStore store = open()) {
            try (AutoCloseable held = holdWriters()) {
                assertThat(held).isNotNull();
                for (int i = 0; i < 200; i++) {
                    RemoteAssistanceReporting report = report("id-" + i % 4).helperOs("os-" + i / 8);
                    outcomes.add(store.append(USER, report).toCompletableFuture());
                }
            }
            assertThat(outcomes.stream().map(CompletableFuture::join).filter(AppendOutcome.STORED::equals))
                    .hasSize(100);
        }
        assertThat(export())
                .filteredOn(StoredReport::current)
                .extracting(StoredReport::payload)
                .containsExactlyInAnyOrder(IntStream.range(0, 4)
                        .mapToObj("{\"id\":\"id-%d\",\"helperOs\":\"os-24\"}"::formatted)
                        .toArray(String[]::new));
    }

    @Test
    void migratesByCommandAlone() {
        StoreOptions byCommand = new StoreOptions(10, StoreOptions.Migration.BY_COMMAND, Optional.empty());
        assertThatThrownBy(() -> SqlReportStore.open(location(), byCommand, CLOCK))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("migrate");
        assertThat(ReportArchive.migrate(location())).isPositive();
        assertThat(ReportArchive.migrate(location())).isZero();
        SqlReportStore.open(location(), byCommand, CLOCK).close();
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
            assertThat(failure(() -> store.export(ReportQuery.ALL, report -> {})))
                    .doesNotContain(SECRET);
        }
        assertThat(log.text()).contains("The store takes no reports").doesNotContain(SECRET);
    }

    /** Returns statements after which the database refuses the report of {@link #personal(String)} and quotes it. */
    abstract List<String> refusingStatements();

    /** Returns the failures of a batch of reports that is not stored. */
    private static String failuresOfABatch(ReportStore store) {
        List<CompletableFuture<AppendOutcome>> outcomes = IntStream.range(0, 20)
                .mapToObj(i -> store.append(ALICE, personal("id-" + i)).toCompletableFuture())
                .toList();
        return outcomes.stream().map(outcome -> failure(outcome::join)).collect(Collectors.joining());
    }

    /** Runs work that must fail, and returns the whole text of its exception. */
    static String failure(Runnable work) {
        StringWriter text = new StringWriter();
        Throwable failure = catchThrowable(work::run);
        assertThat(failure).isNotNull();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** Returns a report in which everything but the id is personal. */
    static RemoteAssistanceReporting personal(String id) {
        return new RemoteAssistanceReporting()
                .id(id)
                .helperEmail(SECRET + "@contoso.example")
                .helperFirstName(SECRET)
                .sharerEmail(SECRET + "@contoso.example");
    }

    /** Locks the store against writing until the result is closed. */
    AutoCloseable holdWriters() throws SQLException {
        Connection connection = connect();
        execute(connection, lockingStatements());
        return () -> {
            connection.createStatement().execute("ROLLBACK");
            connection.close();
        };
    }

    /** Returns statements that begin a transaction and lock out all other writers. */
    abstract List<String> lockingStatements();

    private static boolean isStored(CompletableFuture<AppendOutcome> outcome) {
        try {
            return outcome.join() == AppendOutcome.STORED;
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(StoreOverloadedException.class);
            return false;
        }
    }

    static StoreOptions withQueueOf(int capacity) {
        return new StoreOptions(capacity, StoreOptions.Migration.AT_START, Optional.empty());
    }

    static AppendOutcome append(ReportStore store, Caller caller, RemoteAssistanceReporting report) {
        try {
            return store.append(caller, report).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw (StoreUnavailableException) e.getCause();
        }
    }

    private void append(Instant time, Caller caller, RemoteAssistanceReporting report) {
        try (ReportStore store = open(time)) {
            append(store, caller, report);
        }
    }

    static RemoteAssistanceReporting report(String id) {
        return new RemoteAssistanceReporting().id(id);
    }

    ReportStore open() {
        return open(NOW);
    }

    private ReportStore open(Instant time) {
        return SqlReportStore.open(location(), StoreOptions.DEFAULT, Clock.fixed(time, ZoneOffset.UTC));
    }

    List<StoredReport> export() {
        return export(ReportQuery.ALL);
    }

    private List<StoredReport> export(ReportQuery query) {
        try (ReportArchive archive = ReportArchive.open(location())) {
            List<StoredReport> reports = new ArrayList<>();
            archive.export(query, reports::add);
            return reports;
        }
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect()) {
            execute(connection, List.of(statements));
        }
    }

    static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    List<List<String>> rows(String query) throws SQLException {
        try (Connection connection = connect();
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
}
