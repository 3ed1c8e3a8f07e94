package dev.remoteassistance.server.store.session;

import static dev.remoteassistance.server.store.session.QueriedStore.answer;
import static dev.remoteassistance.server.store.session.QueriedStore.append;
import static dev.remoteassistance.server.store.session.QueriedStore.execute;
import static dev.remoteassistance.server.store.session.QueriedStore.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.sql.RunningPostgres;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSessionQueryTest extends SessionQueryTest {

    @RegisterExtension
    static final RunningPostgres POSTGRES = new RunningPostgres();

    @Override
    public StoreLocation location() throws SQLException {
        return StoreLocation.of(POSTGRES.createDatabase());
    }

    /** The server whose report has the lower sequence may commit after the other one. */
    @Test
    void keepsTheReportWithTheHighestSequence() throws SQLException {
        StoreLocation location = location();
        open(location, NOW).close();
        for (int sequence : List.of(10, 5)) {
            execute(location, "ALTER TABLE report ALTER COLUMN sequence RESTART WITH " + sequence);
            try (ReportStore store = open(location, NOW)) {
                append(store, "a", "os-" + sequence);
            }
        }
        assertThat(answer(location, "SessionId", "HelperDeviceOS")).containsExactly(List.of("a", "os-10"));
    }
}
