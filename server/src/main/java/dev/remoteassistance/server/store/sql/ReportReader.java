package dev.remoteassistance.server.store.sql;

import dev.remoteassistance.server.store.ExportQuery;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.database.SqlDatabase;
import dev.remoteassistance.server.store.row.PayloadDocument;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads any number of stored reports page by page. No transaction lasts longer than a page or reads more rows than a
 * page has, also if few of them match the query.
 */
final class ReportReader {

    private static final int PAGE_ROWS = 1_000;
    private static final int PAGE_CHARACTERS = 4 << 20;
    /** Few, because a row may be as large as the maximum body. */
    private static final int ROWS_PER_FETCH = 16;

    /** The addition keeps databases from scanning all sequences in their order for the first match. */
    private static final String FIRST = "SELECT min(sequence + 0) FROM report WHERE received_at >= ?";

    private static final String PAGE_END = """
            SELECT max(sequence)
              FROM (SELECT sequence FROM report WHERE sequence > ? AND sequence <= ? ORDER BY sequence LIMIT %d) page
            """.formatted(PAGE_ROWS);

    private static final String PAGE = """
            SELECT sequence, tenant_id, received_at, app_id, user_id, payload,
                   NOT EXISTS (SELECT 1 FROM report newer
                                WHERE newer.id_hash = report.id_hash
                                  AND newer.tenant_id = report.tenant_id
                                  AND newer.sequence > report.sequence
                                  AND newer.sequence <= ?) AS is_current
              FROM report
             WHERE sequence > ? AND sequence <= ?
               AND received_at >= ? AND received_at < ?
               AND (? IS NULL OR tenant_id = ?)
             ORDER BY sequence
            """;

    private final SqlDatabase database;

    ReportReader(SqlDatabase database) {
        this.database = database;
    }

    void read(ExportQuery query, Consumer<StoredReport> reader) {
        try (Connection connection = database.connectToRead();
                PreparedStatement pageEnd = connection.prepareStatement(PAGE_END);
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            select.setFetchSize(ROWS_PER_FETCH);
            long last = database.lastSettled(connection);
            long position = Math.max(
                    query.after(),
                    query.since().isPresent() ? before(connection, query.since().get()) : 0);
            pageEnd.setLong(2, last);
            select.setLong(1, last);
            select.setObject(4, database.parameter(query.since().orElse(Instant.EPOCH)));
            select.setObject(5, database.parameter(query.until().orElse(Instant.MAX)));
            select.setString(6, query.tenantId().orElse(null));
            select.setString(7, query.tenantId().orElse(null));
            for (long end = end(pageEnd, position); end > 0; end = end(pageEnd, position)) {
                select.setLong(2, position);
                select.setLong(3, end);
                List<StoredReport> page = new ArrayList<>();
                position = read(select, page).orElse(end);
                if (!connection.getAutoCommit()) {
                    connection.commit();
                }
                page.forEach(reader);
            }
        } catch (SQLException e) {
            throw new StoreUnavailableException("The store cannot be read", e);
        }
    }

    /** Returns the sequence after which the reports since a time begin. */
    private long before(Connection connection, Instant since) throws SQLException {
        try (PreparedStatement first = connection.prepareStatement(FIRST)) {
            first.setObject(1, database.parameter(since));
            try (ResultSet row = first.executeQuery()) {
                row.next();
                long sequence = row.getLong(1);
                return row.wasNull() ? Long.MAX_VALUE : sequence - 1;
            }
        }
    }

    private static long end(PreparedStatement pageEnd, long position) throws SQLException {
        pageEnd.setLong(1, position);
        try (ResultSet row = pageEnd.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Reads a page. If its reports are large, it ends early, and the sequence of its last report is returned. */
    private Optional<Long> read(PreparedStatement select, List<StoredReport> page) throws SQLException {
        int characters = 0;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                StoredReport report = report(row);
                page.add(report);
                characters += report.payload().length();
                if (characters > PAGE_CHARACTERS) {
                    return Optional.of(report.sequence());
                }
            }
        }
        return Optional.empty();
    }

    private StoredReport report(ResultSet row) throws SQLException {
        String payload = row.getString("payload");
        return new StoredReport(
                row.getLong("sequence"),
                row.getString("tenant_id"),
                PayloadDocument.idOf(payload),
                SqlDatabase.MICROSECONDS.format(database.receivedAt(row)),
                row.getBoolean("is_current"),
                row.getString("app_id"),
                row.getString("user_id"),
                payload);
    }
}
