package dev.remoteassistance.server.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.database.SqlDatabase;
import dev.remoteassistance.server.store.row.PayloadDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteReportStoreTest extends ReportStoreTest {

    @TempDir
    Path folder;

    @Override
    public StoreLocation location() {
        return StoreLocation.of(StoreLocation.SQLITE + file());
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(location().url());
    }

    @Override
    public List<String> refusingStatements() {
        return List.of(
                "CREATE TRIGGER refusal BEFORE INSERT ON report BEGIN SELECT json_extract(NEW.payload, NEW.payload); END");
    }

    @Override
    public boolean isRead() {
        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            statement.execute("PRAGMA busy_timeout=0");
            // Copies and empties the log, unless a reader still uses it.
            return !pragma(statement, "wal_checkpoint(TRUNCATE)").equals("0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path file() {
        return folder.resolve("reports.db");
    }

    @Test
    void writesAheadAndSyncsEveryCommit() throws SQLException {
        // Reads the settings of the connection that writes, which are the ones that matter.
        try (SqlDatabase database = SqlDatabase.openOrCreate(location());
                Connection writer = database.connectToWrite();
                Statement statement = writer.createStatement()) {
            assertThat(pragma(statement, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(statement, "synchronous")).as("FULL").isEqualTo("2");
            assertThat(pragma(statement, "wal_autocheckpoint")).isEqualTo("0");
        }
    }

    @Test
    void boundsItsLog() throws Exception {
        try (ReportStore store = open()) {
            String much = "x".repeat(1 << 20);
            for (int i = 0; i < 100; i++) {
                append(store, USER, report("id-" + i).helperOs(much));
            }
            long log = Files.size(folder.resolve("reports.db-wal"));
            assertThat(log).isBetween(1L << 20, 140L << 20);
        }
        assertThat(export()).hasSize(100);
    }

    /** A log that is written without a pause never becomes empty by itself. */
    @Test
    void boundsItsLogWithoutAPause() throws Exception {
        try (ReportStore store = open()) {
            Deque<CompletableFuture<AppendOutcome>> underWay = new ArrayDeque<>();
            for (int i = 0; i < 40_000; i++) {
                underWay.add(store.append(USER, report("id-" + i)).toCompletableFuture());
                if (underWay.size() == 64) {
                    underWay.remove().join();
                }
            }
            underWay.forEach(CompletableFuture::join);
            assertThat(Files.size(folder.resolve("reports.db-wal"))).isBetween(1L << 20, 100L << 20);
        }
    }

    @Test
    void saysWhenItCannotBeOpened() throws IOException {
        Files.writeString(file(), "this is no database, but text of some length");
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(file().toString());
    }

    @Test
    void exportDoesNotMakeAStore() {
        assertThatThrownBy(this::export).isInstanceOf(StoreUnavailableException.class);
        assertThat(file()).doesNotExist();
    }

    @Test
    void keepsItsFileForTheOwner() throws IOException {
        open().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void takesNoReportOnceItsFileIsGone() throws IOException {
        try (ReportStore store = open()) {
            append(store, USER, report("a"));
            Files.move(file(), folder.resolve("moved.db"));

            assertThatThrownBy(() -> append(store, USER, report("b"))).isInstanceOf(StoreUnavailableException.class);
            assertThat(store.isReady()).isFalse();
            assertThat(file()).doesNotExist();

            Files.createFile(file());
            assertThatThrownBy(() -> append(store, USER, report("c"))).isInstanceOf(StoreUnavailableException.class);
        }
    }

    /** Opens a store with the first schema, as an earlier version left it. */
    @Test
    void keepsTheReportsOfTheFirstSchema() throws SQLException {
        Flyway.configure()
                .dataSource(location().url(), null, null)
                .locations("classpath:db/migration/sqlite")
                .target("1")
                .load()
                .migrate();
        PayloadDocument document = PayloadDocument.of(report("a"));
        try (Connection connection = connect();
                var insert = connection.prepareStatement(
                        "INSERT INTO report VALUES (7, 'tenant', 'a', ?, '2025-01-02T03:04:05.000006Z', 'app', 'user', ?)")) {
            insert.setBytes(1, document.digest());
            insert.setString(2, document.json());
            insert.execute();
        }
        try (ReportStore store = open()) {
            assertThat(append(store, USER, report("a"))).isEqualTo(AppendOutcome.REPEATED);
            append(store, USER, report("a").helperOs("other"));
        }
        assertThat(export())
                .extracting(StoredReport::id, StoredReport::receivedAt, StoredReport::current)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", "2025-01-02T03:04:05.000006Z", false),
                        org.assertj.core.groups.Tuple.tuple("a", "2026-01-02T03:04:05.000000Z", true));
    }

    private static String pragma(Statement statement, String name) throws SQLException {
        try (ResultSet result = statement.executeQuery("PRAGMA " + name)) {
            result.next();
            return result.getString(1);
        }
    }
}
