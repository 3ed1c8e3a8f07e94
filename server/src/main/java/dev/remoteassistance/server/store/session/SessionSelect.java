package dev.remoteassistance.server.store.session;

import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.session.SessionFilter;
import dev.remoteassistance.server.session.SessionFilter.All;
import dev.remoteassistance.server.session.SessionFilter.Any;
import dev.remoteassistance.server.session.SessionFilter.Comparison;
import dev.remoteassistance.server.session.SessionFilter.Operator;
import dev.remoteassistance.server.session.SessionPage.Cursor;
import dev.remoteassistance.server.session.SessionQuery;
import dev.remoteassistance.server.session.SessionQuery.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A query as SQL that means the same in SQLite and PostgreSQL.
 *
 * @param text with a question mark for each parameter; contains nothing that the query's author wrote
 * @param parameters text or {@link Number}, never null
 */
record SessionSelect(String text, List<Object> parameters) {

    /**
     * Asks for the rows of a page. After the selected columns, the rows of sessions have the sort keys and the
     * sequence.
     */
    static SessionSelect ofPage(SessionQuery query) {
        FilterSql sql = new FilterSql();
        Stream<String> keys =
                query.isGrouped() ? Stream.empty() : query.orderBy().stream().map(key -> expression(key.column()));
        List<String> columns = Stream.concat(query.columns().stream().map(SessionSelect::expression), keys)
                .collect(Collectors.toCollection(ArrayList::new));
        if (!query.isGrouped()) {
            columns.add("sequence");
        }
        String text = "SELECT %s FROM session WHERE %s %s ORDER BY %s LIMIT %s OFFSET %s"
                .formatted(
                        String.join(", ", columns),
                        conditions(query, sql),
                        groups(query),
                        order(query),
                        sql.parameter(query.top()),
                        sql.parameter(query.skip()));
        return new SessionSelect(text, sql.parameters());
    }

    /** Asks how many rows there are on all pages. */
    static SessionSelect ofTotal(SessionQuery query) {
        FilterSql sql = new FilterSql();
        String rows = "SELECT 1 FROM session WHERE %s %s".formatted(conditions(query, sql), groups(query));
        return new SessionSelect("SELECT count(*) FROM (%s) AS found".formatted(rows), sql.parameters());
    }

    /** Asks for the values of {@link dev.remoteassistance.server.store.SessionTotals}. */
    static SessionSelect ofTotals(SessionQuery query) {
        FilterSql sql = new FilterSql();
        String length = expression(SessionColumn.DATE_DIFFERENCE);
        String text = "SELECT count(*), count(%1$s), coalesce(sum(%1$s), 0) FROM session WHERE %2$s"
                .formatted(length, conditions(query, sql));
        return new SessionSelect(text, sql.parameters());
    }

    private static String expression(SessionColumn column) {
        return SessionTable.expression(column);
    }

    private static String conditions(SessionQuery query, FilterSql sql) {
        List<String> conditions = new ArrayList<>();
        conditions.add("tenant_id = " + sql.parameter(query.tenantId()));
        query.filter().map(sql::condition).ifPresent(conditions::add);
        if (!query.search().isEmpty()) {
            // Both databases have it, and it takes every character literally.
            conditions.add(
                    "replace(search_text, %s, '') <> search_text".formatted(sql.parameter(query.foldedSearch())));
        }
        query.after().map(cursor -> after(query.orderBy(), cursor, sql)).ifPresent(conditions::add);
        return String.join(" AND ", conditions);
    }

    /**
     * Returns the condition for rows after a row: later in the order by the first key, or equal by the first and later
     * by the second, and so on; at last by sequence.
     */
    private static String after(List<SortKey> orderBy, Cursor cursor, FilterSql sql) {
        List<SessionFilter> same = new ArrayList<>();
        List<String> ways = new ArrayList<>();
        for (int i = 0; i < orderBy.size(); i++) {
            SortKey key = orderBy.get(i);
            Object value = cursor.keys().get(i);
            List<SessionFilter> way = new ArrayList<>(same);
            way.add(after(key, value));
            ways.add(sql.condition(new All(way)));
            same.add(new Comparison(key.column(), Operator.EQ, value));
        }
        ways.add("(%s AND sequence > %s)".formatted(sql.condition(new All(same)), sql.parameter(cursor.sequence())));
        return String.join(" OR ", ways).transform("(%s)"::formatted);
    }

    private static SessionFilter after(SortKey key, Object value) {
        SessionColumn column = key.column();
        if (!key.isDescending()) {
            return new Comparison(column, value == null ? Operator.NE : Operator.GT, value);
        }
        // No row follows null, because nothing is less than it.
        return value == null
                ? new Any(List.of())
                : new Any(
                        List.of(new Comparison(column, Operator.LT, value), new Comparison(column, Operator.EQ, null)));
    }

    private static String groups(SessionQuery query) {
        return query.isGrouped()
                ? query.select().stream()
                        .map(SessionSelect::expression)
                        .collect(Collectors.joining(", ", "GROUP BY ", ""))
                : "";
    }

    private static String order(SessionQuery query) {
        Stream<String> keys = query.orderBy().stream()
                .map(key -> expression(key.column()) + (key.isDescending() ? " DESC NULLS LAST" : " NULLS FIRST"));
        Stream<String> ties = query.isGrouped()
                ? query.select().stream().map(column -> expression(column) + " NULLS FIRST")
                : Stream.of("sequence");
        return Stream.concat(keys, ties).collect(Collectors.joining(", "));
    }
}
