package dev.remoteassistance.server.store.session;

import static dev.remoteassistance.server.store.session.QueriedStore.NOW;
import static dev.remoteassistance.server.store.session.QueriedStore.ONE;
import static dev.remoteassistance.server.store.session.QueriedStore.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.session.QueryException;
import dev.remoteassistance.server.session.QueryTexts;
import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.session.SessionPage;
import dev.remoteassistance.server.session.SessionQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.database.SqlDatabase;
import dev.remoteassistance.server.store.session.MemorySessions.MemorySession;
import dev.remoteassistance.server.store.sql.ReportArchive;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests the history of a session. There is a subclass for each database. */
abstract class HistoryTest {

    private static final int ALL = 1_000;

    /** An empty database of the test's own. */
    abstract StoreLocation location() throws SQLException;

    /** The property {@code sessions.seed} repeats a run. */
    @Test
    void showsTheReportsOfTheExportInMemory() throws SQLException {
        long seed = Long.getLong("sessions.seed", System.nanoTime());
        System.out.printf("%s: -Dsessions.seed=%d%n", getClass().getSimpleName(), seed);
        Random random = new Random(seed);
        StoreLocation location = location();
        QueriedStore.fill(location, random);
        List<StoredReport> export = QueriedStore.export(location);
        try (ReportStore store = QueriedStore.open(location, NOW)) {
            for (Caller caller : List.of(ONE, OTHER)) {
                List<List<Object>> current = new ArrayList<>();
                for (String id : ids(export, caller)) {
                    List<List<Object>> expected = expected(export, caller, id);
                    SessionPage all = store.history(id, query(caller, 0, ALL));
                    assertThat(all.rows()).as(id).isEqualTo(expected);
                    assertThat(all.total()).as(id).hasValue(expected.size());
                    assertThat(all.columns()).isEqualTo(SessionColumn.ofSession());
                    current.add(all.rows().get(0));

                    int skip = random.nextInt(expected.size() + 1);
                    int top = random.nextInt(3);
                    SessionPage page = store.history(id, query(caller, skip, top));
                    assertThat(page.rows())
                            .as(id)
                            .isEqualTo(expected.subList(skip, Math.min(skip + top, expected.size())));
                    assertThat(page.total()).as(id).hasValue(expected.size());
                }
                assertThat(current)
                        .as("newest reports, and sessions")
                        .hasSizeGreaterThan(5)
                        .containsExactlyInAnyOrderElementsOf(
                                store.sessions(query(caller, 0, ALL)).rows());
                assertThat(store.history("nobody's", query(caller, 0, ALL)).rows())
                        .isEmpty();
            }
        }
        assertThat(export).as("amendments").anyMatch(report -> !report.current());
    }

    private static List<String> ids(List<StoredReport> export, Caller caller) {
        return export.stream()
                .filter(report -> report.tenantId().equals(caller.tenantId()))
                .map(StoredReport::id)
                .distinct()
                .toList();
    }

    private static List<List<Object>> expected(List<StoredReport> export, Caller caller, String id) {
        return MemorySessions.history(export, caller.tenantId(), id, caller.appId(), caller.userId()).stream()
                .map(HistoryTest::allColumns)
                .toList();
    }

    private static List<Object> allColumns(MemorySession session) {
        return RandomQuestion.shown(
                SessionColumn.ofSession().stream().map(session::get).toList());
    }

    @Test
    void hasNoRepetition() throws SQLException {
        StoreLocation location = location();
        try (ReportStore store = QueriedStore.open(location, NOW)) {
            for (String os : List.of("first", "second", "first", "second")) {
                QueriedStore.append(store, "a", os);
            }
            assertThat(store.history("a", selected("HelperDeviceOS", "Reported"))
                            .rows())
                    .containsExactly(
                            List.of("second", "2026-01-01T00:00:00.000002Z"),
                            List.of("first", "2026-01-01T00:00:00.000001Z"));
        }
    }

    @Test
    void lacksWhatIsDeleted() throws SQLException {
        StoreLocation location = location();
        try (ReportStore store = QueriedStore.open(location, NOW)) {
            QueriedStore.append(store, "a", "old");
        }
        try (ReportStore store = QueriedStore.open(location, NOW.plusSeconds(10))) {
            QueriedStore.append(store, "a", "new");
        }
        try (ReportArchive archive = ReportArchive.open(location)) {
            assertThat(archive.deleteBefore(NOW.plusSeconds(5))).isEqualTo(1);
        }
        try (ReportStore store = QueriedStore.open(location, NOW)) {
            assertThat(store.history("a", selected("HelperDeviceOS")).rows()).containsExactly(List.of("new"));
        }
    }

    /** A page is held in memory several times over. A report alone can always be read. */
    @Test
    void boundsTheCharactersOfAPage() throws SQLException {
        StoreLocation location = location();
        try (ReportStore store = QueriedStore.open(location, NOW)) {
            QueriedStore.append(store, "a", "first");
            QueriedStore.append(store, "a", "second");
        }
        int characters = QueriedStore.export(location).stream()
                .mapToInt(report -> report.payload().length())
                .sum();
        try (SqlDatabase database = SqlDatabase.openExisting(location);
                Connection connection = database.connectToQuery()) {
            ArrivalReader arrival = database::receivedAt;
            assertThat(new HistoryReader(connection, arrival, characters)
                            .page("a", selected("HelperDeviceOS"))
                            .rows())
                    .hasSize(2);
            QueryException refused = catchThrowableOfType(
                    QueryException.class,
                    () -> new HistoryReader(connection, arrival, characters - 1).page("a", selected("HelperDeviceOS")));
            assertThat(refused)
                    .hasMessage(
                            "must be smaller for reports as large as these: a page of more than one has at most %d characters",
                            characters - 1);
            assertThat(refused.target()).isEqualTo("top");
            assertThat(new HistoryReader(connection, arrival, 1)
                            .page("a", query(ONE, 1, 1))
                            .rows())
                    .hasSize(1);
        }
    }

    private static SessionQuery selected(String... columns) {
        return new QueryTexts(List.of(columns), null, null, null, null, null, null).read(ONE.tenantId());
    }

    private static SessionQuery query(Caller caller, int skip, int top) {
        return new QueryTexts(null, null, null, null, skip, top, null)
                .read(caller.tenantId().toUpperCase(Locale.ROOT));
    }
}
