package dev.remoteassistance.server.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.database.SqlDatabase;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests how the connections to PostgreSQL are found and set. */
class PostgresConnectionTest implements PostgresUnderTest {

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
