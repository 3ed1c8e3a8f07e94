package dev.remoteassistance.server.store.session;

import static dev.remoteassistance.server.store.StoreReader.rows;
import static dev.remoteassistance.server.store.session.QueriedStore.answer;
import static dev.remoteassistance.server.store.session.QueriedStore.append;
import static dev.remoteassistance.server.store.session.QueriedStore.execute;
import static dev.remoteassistance.server.store.session.QueriedStore.export;
import static dev.remoteassistance.server.store.session.QueriedStore.fill;
import static dev.remoteassistance.server.store.session.QueriedStore.open;
import static dev.remoteassistance.server.store.session.QueriedStore.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.session.MemorySessions.MemorySession;
import dev.remoteassistance.server.store.sql.ReportArchive;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How sessions follow the reports that arrive, are amended and are deleted. */
interface SessionTableTests extends QueriedStore {

    @Test
    default void countsAnAmendedSessionOnce() throws SQLException {
        StoreLocation location = location();
        try (ReportStore store = open(location, NOW)) {
            append(store, "a", "first");
            append(store, "b", "first");
            append(store, "a", "second");
            append(store, "a", "first");
        }
        assertThat(answer(location, "SessionId", "HelperDeviceOS"))
                .containsExactly(List.of("b", "first"), List.of("a", "second"));
    }

    /** Two servers on one database may hold two amendments of a report at the same time. */
    @Test
    default void countsASessionOnceThatTwoServersAmendAtOnce() throws SQLException {
        StoreLocation location = location();
        try (ReportStore store = open(location, NOW);
                ReportStore second = open(location, NOW)) {
            List<CompletableFuture<AppendOutcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                ReportStore either = i % 2 == 0 ? store : second;
                outcomes.add(either.append(ONE, report("id-" + i / 4 % 100, "os-" + i))
                        .toCompletableFuture());
            }
            outcomes.forEach(CompletableFuture::join);
        }
        List<List<Object>> expected = new ArrayList<>();
        for (MemorySession session : MemorySessions.of(export(location), ONE.tenantId(), "app", "user")) {
            expected.add(List.of(session.get(SessionColumn.SESSION_ID), session.get(SessionColumn.HELPER_DEVICE_OS)));
        }
        assertThat(expected).hasSize(100);
        assertThat(answer(location, "SessionId", "HelperDeviceOS")).isEqualTo(expected);
    }

    @Test
    default void deletesASessionWithItsReports() throws SQLException {
        StoreLocation location = location();
        try (ReportStore store = open(location, NOW)) {
            append(store, "old", "x");
            append(store, "amended", "x");
        }
        try (ReportStore store = open(location, NOW.plusSeconds(10))) {
            append(store, "amended", "y");
            append(store, "new", "x");
        }
        try (ReportArchive archive = ReportArchive.open(location)) {
            assertThat(archive.deleteBefore(NOW.plusSeconds(5))).isEqualTo(2);
        }
        assertThat(answer(location, "SessionId")).containsExactly(List.of("amended"), List.of("new"));
    }

    /** The reports were stored before there were sessions. */
    @Test
    default void makesTheSessionsOfAnEarlierStore() throws SQLException {
        StoreLocation location = location();
        fill(location, new Random(1));
        List<List<String>> before = rows(location, "SELECT * FROM session ORDER BY sequence");
        for (String statement : List.of(
                "DROP VIEW current_report",
                "DROP TABLE session",
                location.file().isPresent() ? "DROP TRIGGER report_deleted" : "DROP FUNCTION delete_sessions CASCADE",
                "DELETE FROM flyway_schema_history WHERE version IN ('10', '11', '12')")) {
            execute(location, statement);
        }
        assertThat(ReportArchive.migrate(location)).isEqualTo(location.file().isPresent() ? 2 : 3);
        assertThat(rows(location, "SELECT * FROM session ORDER BY sequence"))
                .hasSizeGreaterThan(40)
                .isEqualTo(before);
    }
}
