package dev.remoteassistance.server.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.sql.RunningPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresQueryConnectionsTest extends QueryConnectionsTest {

    @RegisterExtension
    static final RunningPostgres POSTGRES = new RunningPostgres();

    private String url;

    @Override
    StoreLocation location() throws SQLException {
        url = POSTGRES.createDatabase();
        return StoreLocation.of(url);
    }

    @Test
    void replaceALostConnection() throws Exception {
        long lost = ask("SELECT pg_backend_pid()");
        try (Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            // Waits until the process has ended.
            statement.execute("SELECT pg_terminate_backend(%d, %d)".formatted(lost, Waiting.LONGEST_MILLIS));
        }
        // A connection that was used a moment ago is trusted.
        Thread.sleep(1_100);
        assertThat(ask("SELECT pg_backend_pid()")).isNotEqualTo(lost);
    }
}
