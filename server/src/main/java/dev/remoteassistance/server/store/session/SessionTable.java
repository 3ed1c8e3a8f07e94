package dev.remoteassistance.server.store.session;

import dev.remoteassistance.model.RemoteAssistanceSessionType;
import dev.remoteassistance.server.session.ColumnType;
import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.session.SessionRow;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table {@code session}. It has a row for each session with the values of its current report. */
public final class SessionTable {

    /** Columns that are computed when they are queried. */
    private static final EnumSet<SessionColumn> DERIVED =
            EnumSet.of(SessionColumn.ATTRIBUTE, SessionColumn.DATE, SessionColumn.ELEVATION, SessionColumn.COUNT);

    /** The columns that are stored, in their order. */
    public static final List<SessionColumn> STORED = List.copyOf(EnumSet.complementOf(DERIVED));

    /** The names of all columns of the table: first those that find the row, then the stored ones. */
    static final List<String> NAMES = Stream.concat(
                    Stream.of("tenant_id", "id_hash", "sequence", "search_text"),
                    STORED.stream().map(SessionTable::name))
            .toList();

    /** Inserts a row. */
    static final String INSERT = "INSERT INTO session (%s) VALUES (%s)"
            .formatted(String.join(", ", NAMES), NAMES.stream().map(name -> "?").collect(Collectors.joining(", ")));

    /** Columns whose beginnings are in an index of PostgreSQL. */
    static final Set<SessionColumn> INDEXED_BY_BEGINNING =
            Set.of(SessionColumn.HELPER_EMAIL, SessionColumn.SHARER_EMAIL, SessionColumn.SHARER_DEVICE_NAME);

    private static final int BEGINNING = 32;

    private SessionTable() {}

    /** Returns the SQL expression for the beginning of a column; the same as in the index. */
    static String beginning(String column) {
        return "substr(%s, 1, %d)".formatted(column, BEGINNING);
    }

    /** Returns the beginning of a text. */
    static String beginningOf(String text) {
        return text.codePointCount(0, text.length()) <= BEGINNING
                ? text
                : text.substring(0, text.offsetByCodePoints(0, BEGINNING));
    }

    static String name(SessionColumn column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the SQL expression of a column, which contains no parameter. */
    static String expression(SessionColumn column) {
        return switch (column) {
            case ATTRIBUTE -> name(SessionColumn.SESSION_TYPE);
            case DATE -> "substr(%s, 1, 10) || 'T00:00:00.000000000Z'".formatted(name(SessionColumn.SESSION_START));
            case ELEVATION ->
                "CASE WHEN %1$s = '%2$s' THEN 1 WHEN %1$s IS NOT NULL THEN 0 END"
                        .formatted(name(SessionColumn.SESSION_TYPE), RemoteAssistanceSessionType.ELEVATION.getValue());
            case COUNT -> "count(*)";
            default -> name(column);
        };
    }

    /** Sets the parameters of {@link #INSERT}. */
    static void bind(PreparedStatement insert, String tenantId, long idHash, long sequence, SessionRow row)
            throws SQLException {
        insert.setString(1, tenantId);
        insert.setLong(2, idHash);
        insert.setLong(3, sequence);
        insert.setString(4, row.searchText());
        int index = 5;
        for (SessionColumn column : STORED) {
            Object value = row.values().get(column);
            if (column.type() == ColumnType.INT64) {
                insert.setObject(index++, value, Types.BIGINT);
            } else {
                insert.setString(index++, (String) value);
            }
        }
    }
}
