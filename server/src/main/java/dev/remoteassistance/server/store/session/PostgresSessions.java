package dev.remoteassistance.server.store.session;

import dev.remoteassistance.server.session.ColumnType;
import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.store.row.ReportRow;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/** Keeps the sessions of PostgreSQL up to date, in the statement that inserts reports. */
public final class PostgresSessions {

    private static final List<String> REPORT =
            List.of("id_hash", "digest", "tenant_id", "report_id", "received_at", "app_id", "user_id", "payload");

    private static final List<String> VALUES =
            SessionTable.NAMES.subList(SessionTable.NAMES.indexOf("search_text"), SessionTable.NAMES.size());

    /**
     * Takes an array for each column of {@code report}, then the arrays that {@link #bind} sets. Returns the key of
     * each report that was new.
     *
     * <p>A concurrent transaction with an amendment of the same session waits, because the session's key is unique. Of
     * equal reports in one batch, the first is the one that was stored.
     */
    public static final String INSERT = """
        WITH arrived AS MATERIALIZED (
            SELECT * FROM unnest(?::bigint[], ?::bytea[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], %1$s)
                   WITH ORDINALITY AS arrived (%2$s, %3$s, place)
        ), added AS (
            INSERT INTO report (%2$s)
            SELECT %2$s FROM arrived ORDER BY place
            ON CONFLICT (id_hash, digest) DO NOTHING
            RETURNING id_hash, digest, sequence
        ), told AS (
            INSERT INTO session (tenant_id, id_hash, sequence, %3$s)
            SELECT DISTINCT ON (tenant_id, id_hash) tenant_id, id_hash, sequence, %3$s
              FROM added JOIN arrived USING (id_hash, digest)
             ORDER BY tenant_id, id_hash, sequence DESC, place
            ON CONFLICT (tenant_id, id_hash) DO UPDATE SET %4$s
             WHERE excluded.sequence > session.sequence
        )
        SELECT id_hash, digest FROM added
        """.formatted(
            Stream.concat(Stream.of("?::text[]"), SessionTable.STORED.stream().map(PostgresSessions::parameter))
                    .collect(Collectors.joining(", ")),
            String.join(", ", REPORT),
            String.join(", ", VALUES),
            Stream.concat(Stream.of("sequence"), VALUES.stream())
                    .map(name -> "%1$s = excluded.%1$s".formatted(name))
                    .collect(Collectors.joining(", ")));

    private PostgresSessions() {}

    private static String parameter(SessionColumn column) {
        return column.type() == ColumnType.INT64 ? "?::bigint[]" : "?::text[]";
    }

    /** Sets the parameters that follow those of the reports. */
    public static void bind(PreparedStatement insert, PGConnection arrays, List<ReportRow> rows) throws SQLException {
        int index = REPORT.size() + 1;
        insert.setArray(index++, texts(arrays, rows, row -> row.session().searchText()));
        for (SessionColumn column : SessionTable.STORED) {
            Function<ReportRow, Object> value = row -> row.session().values().get(column);
            insert.setArray(
                    index++,
                    column.type() == ColumnType.INT64
                            ? arrays.createArrayOf(
                                    "int8", rows.stream().map(value).toArray(Long[]::new))
                            : texts(arrays, rows, value));
        }
    }

    /** Returns an array of a column of text, in binary form, which costs the driver and the database less than text. */
    public static Array texts(PGConnection arrays, List<ReportRow> rows, Function<ReportRow, ?> column)
            throws SQLException {
        String[] values = new String[rows.size()];
        // There are many columns of text: a stream for each would take as long as the driver for everything else.
        Arrays.setAll(values, i -> (String) column.apply(rows.get(i)));
        return arrays.createArrayOf("text", values);
    }
}
