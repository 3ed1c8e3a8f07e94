package dev.remoteassistance.server.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests commits that wait for a synchronous standby, which is lost. */
class PostgresStandbyTest {

    @RegisterExtension
    static final RunningPostgres POSTGRES = new RunningPostgres();

    private Connection administrator;
    private String url;

    @BeforeEach
    void createDatabase() throws SQLException {
        url = POSTGRES.createDatabase();
        administrator = DriverManager.getConnection(url);
    }

    @AfterEach
    void requireNoStandby() throws SQLException {
        setStandbys("");
        administrator.close();
    }

    /** What was committed is visible then, although the standby does not have it. */
    @ParameterizedTest
    @ValueSource(strings = {"pg_cancel_backend", "pg_terminate_backend"})
    void acknowledgesNothingWhoseWaitForTheStandbyWasEnded(String end) throws Exception {
        try (ReportStore store =
                SqlReportStore.open(StoreLocation.of(url), StoreOptions.DEFAULT, StoreUnderTest.CLOCK)) {
            setStandbys("lost");
            CompletableFuture<AppendOutcome> outcome = appendThatWaits(store);
            int waiting = waiting();
            ask("SELECT %s(%d)".formatted(end, waiting));

            Waiting.until(() -> outcome.isDone() || waiting() != waiting && waiting() != 0);
            assertThat(outcome).isNotDone();

            setStandbys("");
            assertThat(outcome.get()).isEqualTo(AppendOutcome.REPEATED);
        }
    }

    /** The setting counts a moment after it was changed: until then reports are acknowledged. */
    private CompletableFuture<AppendOutcome> appendThatWaits(ReportStore store) throws Exception {
        for (int number = 1; ; number++) {
            CompletableFuture<AppendOutcome> outcome = store.append(
                            StoreUnderTest.USER, new RemoteAssistanceReporting().id("id-" + number))
                    .toCompletableFuture();
            Waiting.until(() -> outcome.isDone() || waiting() != 0);
            if (!outcome.isDone()) {
                return outcome;
            }
        }
    }

    /** Returns the process of the database that waits for the standby; 0 if there is none. */
    private int waiting() throws SQLException {
        return ask("SELECT coalesce(max(pid), 0) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
    }

    private void setStandbys(String names) throws SQLException {
        try (Statement statement = administrator.createStatement()) {
            statement.execute("ALTER SYSTEM SET synchronous_standby_names = '%s'".formatted(names));
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private int ask(String query) throws SQLException {
        try (Statement statement = administrator.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1).matches("\\d+") ? row.getInt(1) : 0;
        }
    }
}
