package dev.remoteassistance.server.store.session;

import dev.remoteassistance.server.session.ColumnText;
import dev.remoteassistance.server.session.ColumnType;
import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.session.SessionPage;
import dev.remoteassistance.server.session.SessionPage.Cursor;
import dev.remoteassistance.server.session.SessionQuery;
import dev.remoteassistance.server.session.SessionQuery.SortKey;
import dev.remoteassistance.server.store.StoreUnavailableException;
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

    private final Connection connection;

    private SessionReader(Connection connection) {
        this.connection = connection;
    }

    /** Opens connections to the database. */
    @FunctionalInterface
    public interface Connector {
        Connection connect() throws SQLException;
    }

    /**
     * Reads a page.
     *
     * @throws StoreUnavailableException if the database fails
     */
    public static SessionPage read(Connector connector, SessionQuery query) {
        try (Connection connection = connector.connect()) {
            return new SessionReader(connection).read(query);
        } catch (SQLException e) {
            throw new StoreUnavailableException("The sessions cannot be read", e);
        }
    }

    /** Tells also how many rows there are in all, unless the question goes on behind a page. */
    private SessionPage read(SessionQuery query) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        Cursor last = null;
        try (PreparedStatement select = prepare(SessionSelect.ofPage(query));
                ResultSet result = select.executeQuery()) {
            while (result.next()) {
                rows.add(row(result, query.columns()));
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
