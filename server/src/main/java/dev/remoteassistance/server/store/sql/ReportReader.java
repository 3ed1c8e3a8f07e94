package dev.remoteassistance.server.store.sql;

import dev.remoteassistance.server.store.ReportQuery;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.row.PayloadDocument;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;

/** Reads stored reports one by one, however many there are. */
final class ReportReader {

    private static final String SELECT = """
            SELECT tenant_id, received_at, payload,
                   NOT EXISTS (SELECT 1 FROM report newer
                                WHERE newer.id_hash = report.id_hash
                                  AND newer.tenant_id = report.tenant_id
                                  AND newer.sequence > report.sequence) AS is_current
              FROM report
             WHERE received_at >= ?
               %s
             ORDER BY sequence
            """;

    private static final String OF_TENANT = "AND tenant_id = ?";

    private static final int ROWS_PER_FETCH = 500;

    private final SqlDatabase database;

    ReportReader(SqlDatabase database) {
        this.database = database;
    }

    void read(ReportQuery query, Consumer<StoredReport> reader) {
        String sql = SELECT.formatted(query.tenantId().isPresent() ? OF_TENANT : "");
        try (Connection connection = database.connectToRead();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(ROWS_PER_FETCH);
            select.setObject(1, database.parameter(query.since().orElse(Instant.EPOCH)));
            if (query.tenantId().isPresent()) {
                select.setString(2, query.tenantId().get());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.accept(report(row));
                }
            }
        } catch (SQLException e) {
            throw new StoreUnavailableException("The store cannot be read", e);
        }
    }

    private StoredReport report(ResultSet row) throws SQLException {
        String payload = row.getString("payload");
        return new StoredReport(
                row.getString("tenant_id"),
                PayloadDocument.idOf(payload),
                database.receivedAt(row),
                row.getBoolean("is_current"),
                payload);
    }
}
