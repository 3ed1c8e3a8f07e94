package dev.remoteassistance.server.store.session;

import dev.remoteassistance.server.session.QueryException;
import dev.remoteassistance.server.session.SessionPage;
import dev.remoteassistance.server.session.SessionQuery;
import dev.remoteassistance.server.session.SessionRow;
import dev.remoteassistance.server.store.row.ReportRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the reports of one session. Each row shows the session as it was while that report was current. */
public final class HistoryReader {

    /** A report may be as large as the maximum body. */
    private static final int ROWS_PER_FETCH = 1;

    private static final String OF_SESSION = "FROM report WHERE id_hash = ? AND tenant_id = ?";

    /** Sorts sequences alone: SQLite would sort copies of the payloads. */
    private static final String PAGE = """
            SELECT %s FROM report
             WHERE sequence IN (SELECT sequence %s ORDER BY sequence DESC LIMIT ? OFFSET ?)
             ORDER BY sequence DESC
            """.formatted(SessionRowReader.COLUMNS, OF_SESSION);

    private static final String TOTAL = "SELECT count(*) " + OF_SESSION;

    private final Connection connection;
    private final SessionRowReader rows;
    private final long maxCharacters;

    /**
     * @param connection reads; on PostgreSQL in a transaction, or the driver fetches all rows at once
     * @param maxCharacters maximum number of characters of all payloads on a page; a page of one report may have more,
     *     so that every report can be read
     */
    public HistoryReader(Connection connection, ArrivalReader arrival, long maxCharacters) {
        this.connection = connection;
        this.rows = new SessionRowReader(arrival);
        this.maxCharacters = maxCharacters;
    }

    /**
     * Reads a page of reports, the newest first.
     *
     * @param id the session's id, as it was reported
     * @param query selects the tenant, the columns and the page
     * @throws QueryException if the reports of the page are too large
     */
    public SessionPage page(String id, SessionQuery query) throws SQLException {
        long idHash = ReportRow.idHash(query.tenantId(), id);
        List<List<Object>> page = new ArrayList<>();
        long characters = 0;
        try (PreparedStatement select = prepare(PAGE, idHash, query.tenantId())) {
            select.setFetchSize(ROWS_PER_FETCH);
            select.setInt(3, query.top());
            select.setInt(4, query.skip());
            try (ResultSet report = select.executeQuery()) {
                while (report.next()) {
                    String payload = report.getString("payload");
                    characters += payload.length();
                    if (characters > maxCharacters && !page.isEmpty()) {
                        throw QueryException.of(
                                "top",
                                "must be smaller for reports as large as these: a page of more than one has at most %d characters"
                                        .formatted(maxCharacters));
                    }
                    page.add(shown(rows.read(report, payload), query));
                }
            }
        }
        return new SessionPage(query.columns(), page, OptionalLong.of(total(idHash, query)), Optional.empty());
    }

    private long total(long idHash, SessionQuery query) throws SQLException {
        try (PreparedStatement select = prepare(TOTAL, idHash, query.tenantId());
                ResultSet result = select.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private PreparedStatement prepare(String text, long idHash, String tenantId) throws SQLException {
        PreparedStatement select = connection.prepareStatement(text);
        select.setLong(1, idHash);
        select.setString(2, tenantId);
        return select;
    }

    private static List<Object> shown(SessionRow row, SessionQuery query) {
        List<Object> values = new ArrayList<>();
        query.columns().forEach(column -> values.add(row.shown(column)));
        return values;
    }
}
