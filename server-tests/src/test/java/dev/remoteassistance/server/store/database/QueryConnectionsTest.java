package dev.remoteassistance.server.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.sql.ReportArchive;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests the connections for queries. There is a subclass for each database. */
abstract class QueryConnectionsTest {

    private static final String COUNT = "SELECT count(*) FROM session";
    private static final String ENDLESS =
            "WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT 1 FROM numbers) SELECT count(*) FROM numbers";
    private static final String INSERT =
            "INSERT INTO session (tenant_id, id_hash, sequence, search_text) VALUES ('a', 1, 1, '')";

    private StoreLocation location;
    private SqlDatabase database;
    QueryConnections connections;

    /** An empty database of the test's own. */
    abstract StoreLocation location() throws SQLException;

    @BeforeEach
    void open() throws SQLException {
        location = location();
        ReportArchive.migrate(location);
        database = SqlDatabase.openExisting(location);
        connections = new QueryConnections(database);
    }

    @AfterEach
    void close() {
        connections.close();
        database.close();
    }

    @Test
    void useAConnectionAgain() {
        Connection first = connections.read(connection -> connection);
        assertThat(connections.<Connection>read(connection -> connection)).isSameAs(first);
    }

    @Test
    void endAQuestionThatTakesTooLong() {
        assertThatThrownBy(() -> ask(ENDLESS)).isInstanceOf(StoreUnavailableException.class);
        assertThat(ask(COUNT)).isZero();
    }

    /** The limit is for each question, not for the connection. */
    @Test
    void limitEachQuestion() throws Exception {
        Waiting.until(() -> {
            Connection first = connections.read(connection -> connection);
            Thread.sleep(SqlDatabase.MAX_QUERY_TIME.toMillis() + 100);
            assertThat(ask("SELECT count(*) FROM (%s LIMIT 100000) AS found"
                            .formatted(ENDLESS.replace("count(*)", "number"))))
                    .isEqualTo(100_000);
            // While the machine stalls, the connection may seem to be lost, and is replaced.
            return connections.<Connection>read(connection -> connection) == first;
        });
    }

    @Test
    void cannotWrite() throws SQLException {
        assertThatThrownBy(() -> connections.read(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.executeUpdate(INSERT);
                    }
                }))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(ask(COUNT)).isZero();
    }

    @Test
    void seeOneMomentEach() throws SQLException {
        long before = connections.read(connection -> {
            long first = count(connection, COUNT);
            try (Connection other = DriverManager.getConnection(location.url());
                    Statement statement = other.createStatement()) {
                statement.execute(INSERT);
            }
            return first + count(connection, COUNT);
        });
        assertThat(before).isZero();
        assertThat(ask(COUNT)).isEqualTo(1);
    }

    long ask(String sql) {
        return connections.read(connection -> count(connection, sql));
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
