package dev.remoteassistance.server.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportRefusedException;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.database.SqlDatabase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresReportStoreTest extends ReportStoreTest {

    @RegisterExtension
    static final RunningPostgres POSTGRES = new RunningPostgres();

    private String url;

    @BeforeEach
    void createDatabase() throws SQLException {
        url = POSTGRES.createDatabase();
    }

    @Override
    public StoreLocation location() {
        return StoreLocation.of(url);
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    public List<String> lockingStatements() {
        return List.of("BEGIN", "LOCK TABLE report IN SHARE ROW EXCLUSIVE MODE");
    }

    @Override
    public List<String> refusingStatements() {
        return List.of(
                // The detail of this error quotes the whole row.
                "ALTER TABLE report ADD CONSTRAINT impersonal CHECK (payload NOT LIKE '%secret%')",
                """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'not %', NEW.payload; END $$
                """, "CREATE TRIGGER refusal BEFORE INSERT ON report FOR EACH ROW EXECUTE FUNCTION refuse()");
    }

    @Override
    public boolean isRead() {
        try {
            return !rows("SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND application_name LIKE 'remote-%' AND backend_xmin IS NOT NULL")
                    .isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
    void commitsDurablyWhateverTheDatabasesDefault() throws SQLException {
        execute("ALTER ROLE CURRENT_USER SET synchronous_commit = off");
        try (Connection writer = SqlDatabase.openExisting(location()).connectToWrite();
                var statement = writer.createStatement();
                var row = statement.executeQuery("SHOW synchronous_commit")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("on");
        } finally {
            execute("ALTER ROLE CURRENT_USER RESET synchronous_commit");
        }
    }

    /** As after the loss of a machine, the connection is neither accepted nor refused. */
    @Test
    void findsThePrimaryBehindAHostThatDoesNotAnswer() throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        List<SocketChannel> waiting = new ArrayList<>();
        try (ServerSocket silent = new ServerSocket(0, 1, loopback)) {
            // Linux accepts no more connections than this queue can hold.
            for (int i = 0; i < 4; i++) {
                SocketChannel channel = SocketChannel.open();
                waiting.add(channel);
                channel.configureBlocking(false);
                channel.connect(silent.getLocalSocketAddress());
            }
            // Otherwise the driver would remember which host is the primary, and ask it first.
            String both = url.replaceFirst("//", "//127.0.0.1:%d,".formatted(silent.getLocalPort()))
                    + "&targetServerType=primary&hostRecheckSeconds=0";
            // A login may take too long while the machine stalls.
            Waiting.until(() -> canBeRead(StoreLocation.of(both)));
        } finally {
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    private static boolean canBeRead(StoreLocation location) {
        try (SqlDatabase database = SqlDatabase.openExisting(location);
                Connection connection = database.connectToRead()) {
            return connection.isValid(1);
        } catch (SQLException | StoreUnavailableException e) {
            return false;
        }
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
            try (AutoCloseable held = holdWriters()) {
                assertThat(held).isNotNull();
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

    @Test
    void letsTheDatabaseEndWhatOurOwnTimeLimitWouldLeaveBehind() throws SQLException {
        try (SqlDatabase database = SqlDatabase.openExisting(location())) {
            for (Connection connection :
                    List.of(database.connectToWrite(), database.connectToRead(), database.connectToMaintain())) {
                try (connection;
                        var statement = connection.createStatement();
                        var row = statement.executeQuery("SELECT current_setting('lock_timeout'),"
                                + " current_setting('statement_timeout'),"
                                + " current_setting('idle_in_transaction_session_timeout')")) {
                    row.next();
                    assertThat(List.of(row.getString(1), row.getString(2), row.getString(3)))
                            .containsExactly("3s", "10s", "10s");
                }
            }
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

    @Test
    void saysWhenItCannotBeOpened() {
        StoreLocation nowhere = StoreLocation.of("jdbc:postgresql://127.0.0.1:1/reports?user=me&password=secret");
        assertThatThrownBy(() -> SqlReportStore.open(nowhere, StoreOptions.DEFAULT, CLOCK))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("127.0.0.1:1/reports")
                .satisfies(e -> assertThat(e.getMessage() + e.getCause()).doesNotContain("secret"));
        assertThat(nowhere.toString()).doesNotContain("secret");
    }
}
