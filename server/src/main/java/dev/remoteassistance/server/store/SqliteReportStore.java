package dev.remoteassistance.server.store;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.auth.Caller;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The audit trail in one SQLite file. Write-ahead log with {@code synchronous=FULL}: a commit returns once the log is
 * on disk. One connection writes, others can read meanwhile, also from other processes.
 */
public final class SqliteReportStore implements ReportStore {

    private static final String MIGRATIONS = "classpath:db/migration/sqlite";
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);

    private static final String APPEND = """
            INSERT INTO report (tenant_id, report_id, digest, received_at, app_id, user_id, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, report_id, digest) DO NOTHING
            """;

    private static final String EXPORT = """
            SELECT tenant_id, report_id, received_at, payload,
                   NOT EXISTS (SELECT 1 FROM report newer
                                WHERE newer.tenant_id = report.tenant_id
                                  AND newer.report_id = report.report_id
                                  AND newer.sequence > report.sequence) AS current
              FROM report
             ORDER BY sequence
            """;

    private final SqliteFile file;
    private final Connection writer;
    private final ReentrantLock writing = new ReentrantLock();
    private final Clock clock;

    private SqliteReportStore(SqliteFile file, Clock clock) throws SQLException {
        this.file = file;
        this.writer = file.connect();
        this.clock = clock;
    }

    /**
     * Opens the store, and brings its schema up to date.
     *
     * @param url a {@code jdbc:sqlite:} URL of a file; the file is created, for its owner alone, if it does not exist
     * @throws StoreUnavailableException if the file cannot be opened or holds something else
     */
    public static SqliteReportStore open(String url, Clock clock) {
        try {
            SqliteFile file = SqliteFile.openOrCreate(url);
            Flyway.configure()
                    .dataSource(file.source())
                    .locations(MIGRATIONS)
                    .load()
                    .migrate();
            return new SqliteReportStore(file, clock);
        } catch (FlywayException | SQLException | IOException e) {
            throw new StoreUnavailableException("The store at %s cannot be opened".formatted(url), e);
        }
    }

    /**
     * Opens a store that exists already, as it is, beside a server that may be running on it.
     *
     * @param url a {@code jdbc:sqlite:} URL of a file
     * @throws StoreUnavailableException if there is no such file or it cannot be opened
     */
    public static SqliteReportStore openExisting(String url, Clock clock) {
        try {
            return new SqliteReportStore(SqliteFile.open(url), clock);
        } catch (SQLException | IOException e) {
            throw new StoreUnavailableException("The store at %s cannot be opened".formatted(url), e);
        }
    }

    @Override
    public CompletionStage<AppendOutcome> append(Caller caller, RemoteAssistanceReporting report) {
        try {
            return CompletableFuture.completedFuture(insert(caller, report));
        } catch (StoreUnavailableException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private AppendOutcome insert(Caller caller, RemoteAssistanceReporting report) {
        PayloadDocument document = PayloadDocument.of(report);
        file.requireInPlace();
        writing.lock();
        // Automatic commit: the statement is the transaction, and it returns after the commit is durable.
        try (PreparedStatement insert = writer.prepareStatement(APPEND)) {
            insert.setString(1, caller.tenantId());
            insert.setString(2, report.getId());
            insert.setBytes(3, document.digest());
            insert.setString(4, MICROSECONDS.format(clock.instant()));
            insert.setString(5, caller.appId());
            insert.setString(6, caller.userId());
            insert.setString(7, document.json());
            return insert.executeUpdate() == 1 ? AppendOutcome.STORED : AppendOutcome.REPEATED;
        } catch (SQLException e) {
            throw new StoreUnavailableException("A report cannot be stored", e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void export(ReportQuery query, Consumer<StoredReport> reader) {
        try (Connection connection = file.connect();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(EXPORT)) {
            while (row.next()) {
                reader.accept(new StoredReport(
                        row.getString("tenant_id"),
                        row.getString("report_id"),
                        row.getString("received_at"),
                        row.getBoolean("current"),
                        row.getString("payload")));
            }
        } catch (SQLException e) {
            throw new StoreUnavailableException("The store cannot be read", e);
        }
    }

    @Override
    public boolean isReady() {
        try (Connection connection = file.connect();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT 1 FROM report LIMIT 1")) {
            row.next();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            writer.close();
        } catch (SQLException e) {
            throw new StoreUnavailableException("The store cannot be closed", e);
        } finally {
            writing.unlock();
        }
    }
}
