package dev.remoteassistance.server.store.session;

import dev.remoteassistance.server.session.ColumnText;
import dev.remoteassistance.server.session.ColumnType;
import dev.remoteassistance.server.session.QueryException;
import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.session.SessionPage;
import dev.remoteassistance.server.session.SessionPage.Cursor;
import dev.remoteassistance.server.session.SessionQuery;
import dev.remoteassistance.server.session.SessionQuery.SortKey;
import dev.remoteassistance.server.store.SessionTotals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Answers queries for sessions. */
public final class SessionReader {

    private static final int ROWS_PER_FETCH = 250;

    private final Connection connection;
    private final long maxCharacters;

    /**
     * @param connection reads; on PostgreSQL in a transaction, or the driver fetches all rows at once
     * @param maxCharacters the most characters that the values of one page may have together
     */
    public SessionReader(Connection connection, long maxCharacters) {
        this.connection = connection;
        this.maxCharacters = maxCharacters;
    }

    /** Reads the totals of all sessions that a query selects. */
    public SessionTotals totals(SessionQuery query) throws SQLException {
        try (PreparedStatement select = prepare(SessionSelect.ofTotals(query));
                ResultSet result = select.executeQuery()) {
            result.next();
            return new SessionTotals(result.getLong(1), result.getLong(2), result.getLong(3));
        }
    }

    /**
     * Reads a page. Also returns the total number of rows, unless the query continues after a cursor.
     *
     * @throws QueryException if the page has too many characters
     */
    public SessionPage page(SessionQuery query) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        Cursor last = null;
        long characters = 0;
        try (PreparedStatement select = prepare(SessionSelect.ofPage(query));
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                List<Object> row = row(result, query.columns());
                characters += characters(row);
                if (characters > maxCharacters) {
                    throw QueryException.of(
                            "top",
                            "must be smaller for values as long as these: a page has at most %d characters"
                                    .formatted(maxCharacters));
                }
                rows.add(row);
                last = query.isGrouped() ? null : cursor(result, query);
            }
        }
        OptionalLong total =
                query.after().isPresent() ? OptionalLong.empty() : OptionalLong.of(total(query, rows.size()));
        return new SessionPage(query.columns(), rows, total, Optional.ofNullable(last));
    }

    /** A page that is not full is the last one, which needs no counting. */
    private long total(SessionQuery query, int found) throws SQLException {
        if (found < query.top() && (found > 0 || query.skip() == 0)) {
            return (long) query.skip() + found;
        }
        try (PreparedStatement select = prepare(SessionSelect.ofTotal(query));
                ResultSet result = select.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private PreparedStatement prepare(SessionSelect select) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(select.text());
        statement.setFetchSize(ROWS_PER_FETCH);
        int index = 1;
        for (Object parameter : select.parameters()) {
            if (parameter instanceof Number number) {
                statement.setLong(index++, number.longValue());
            } else {
                statement.setString(index++, (String) parameter);
            }
        }
        return statement;
    }

    private static List<Object> row(ResultSet result, List<SessionColumn> columns) throws SQLException {
        List<Object> row = new ArrayList<>(columns.size());
        for (SessionColumn column : columns) {
            Object value = value(result, row.size() + 1, column);
            row.add(value != null && column.type() == ColumnType.DATE_TIME ? ColumnText.shown((String) value) : value);
        }
        return row;
    }

    private static long characters(List<Object> row) {
        return row.stream()
                .mapToLong(value -> value instanceof String text ? text.length() : 0)
                .sum();
    }

    private static Cursor cursor(ResultSet result, SessionQuery query) throws SQLException {
        int index = query.columns().size() + 1;
        List<Object> keys = new ArrayList<>();
        for (SortKey key : query.orderBy()) {
            keys.add(value(result, index++, key.column()));
        }
        return new Cursor(keys, result.getLong(index));
    }

    private static Object value(ResultSet result, int index, SessionColumn column) throws SQLException {
        if (column.type() != ColumnType.INT64) {
            return result.getString(index);
        }
        long number = result.getLong(index);
        return result.wasNull() ? null : number;
    }
}
