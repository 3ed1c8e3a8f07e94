package dev.remoteassistance.server.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
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
    StoreLocation location() {
        return StoreLocation.of(url);
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    List<String> lockingStatements() {
        return List.of("BEGIN", "LOCK TABLE report IN SHARE ROW EXCLUSIVE MODE");
    }

    @Override
    List<String> refusingStatements() {
        return List.of(
                // Its detail quotes the whole row.
                "ALTER TABLE report ADD CONSTRAINT impersonal CHECK (payload NOT LIKE '%secret%')",
                """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'not %', NEW.payload; END $$
                """, "CREATE TRIGGER refusal BEFORE INSERT ON report FOR EACH ROW EXECUTE FUNCTION refuse()");
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
