package dev.remoteassistance.server.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportRefusedException;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoredReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresReportStoreTest extends ReportStoreTest implements PostgresUnderTest {

    @RegisterExtension
    static final RunningPostgres POSTGRES = new RunningPostgres();

    private String url;

    @BeforeEach
    void createDatabase() throws SQLException {
        url = POSTGRES.createDatabase();
    }

    @Override
    public String url() {
        return url;
    }

    /** Another server has taken a lower sequence and has not committed yet. */
    @Test
    void missesNoReportThatIsCommittedLater() throws Exception {
        CompletableFuture<List<StoredReport>> export;
        try (ReportStore store = open();
                Connection late = connect()) {
            append(store, USER, report("a"));
            late.setAutoCommit(false);
            execute(late, List.of("""
                    INSERT INTO report (id_hash, digest, tenant_id, report_id, received_at, payload)
                    VALUES (1, '\\x01', 'tenant', 'late', CURRENT_TIMESTAMP, '{"id":"late"}')
                    """));
            append(store, USER, report("b"));
            export = CompletableFuture.supplyAsync(this::export);
            // Gives the export time to end too early.
            Thread.sleep(500);
            late.commit();
        }
        assertThat(export.get()).extracting(StoredReport::id).containsExactly("a", "late", "b");
    }

    @Test
    void goesOnAfterItsConnectionWasCut() throws SQLException {
        try (ReportStore store = open()) {
            append(store, USER, report("a"));
            execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                    + " AND datname = current_database()");
            assertThat(append(store, USER, report("b"))).isEqualTo(AppendOutcome.STORED);
        }
        assertThat(export()).hasSize(2);
    }

    /** The lock is held as by another server that was frozen within a transaction. */
    @Test
    void isToldByTheDatabaseWhenALockIsHeld() throws Exception {
        try (ReportStore store = open()) {
            append(store, USER, report("before"));
            try (Connection frozen = connect()) {
                execute(frozen, List.of("BEGIN", "LOCK TABLE report IN SHARE ROW EXCLUSIVE MODE"));
                // Our own time limit would have left the database's process waiting, and an error of class 08 here.
                assertThat(failure(() -> append(store, USER, report("a")))).contains("SQLState 55P03");
                assertThat(failure(() -> append(store, USER, report("b")))).contains("SQLState 55P03");
                // No process of the database waits on for a client that has given up.
                assertThat(
                                rows(
                                        "SELECT count(*) = 0 FROM pg_stat_activity"
                                                + " WHERE wait_event_type = 'Lock' AND datname = current_database() AND application_name LIKE 'remote-%'"))
                        .containsExactly(List.of("t"));
            }
            assertThat(append(store, USER, report("a"))).isEqualTo(AppendOutcome.STORED);
        }
    }

    /** PostgreSQL cannot store character 0. */
    @Test
    void refusesTheReportThatItCannotHoldAndNoOther() throws SQLException {
        Caller odd = new Caller("tenant", CallerKind.USER, "app", "o\0id", Set.of());
        List<CompletableFuture<AppendOutcome>> innocent = new ArrayList<>();
        List<CompletableFuture<AppendOutcome>> culprits = new ArrayList<>();
        try (ReportStore store = open()) {
            for (int i = 0; i < 1_000; i++) {
                if (i % 300 == 7) {
                    culprits.add(store.append(odd, report("odd-" + i)).toCompletableFuture());
                }
                innocent.add(store.append(USER, report("id-" + i)).toCompletableFuture());
            }
            assertThat(innocent.stream().map(CompletableFuture::join)).containsOnly(AppendOutcome.STORED);
            assertThat(culprits)
                    .hasSize(4)
                    .allSatisfy(culprit ->
                            assertThat(catchThrowable(culprit::join)).hasCauseInstanceOf(ReportRefusedException.class));
        }
        assertThat(export()).hasSize(1_000);
        assertThat(log.text()).doesNotContain("The store takes no reports");
    }
}
