package dev.remoteassistance.server.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A query for the sessions of one tenant. All reports of a tenant with the same id are one session, which its current
 * report describes.
 *
 * @param tenantId whose sessions, in lower case
 * @param select the columns of the answer, in their order; never empty
 * @param search text that a name, an e-mail address or a device has to contain, in any case, taken literally; empty for
 *     all
 * @param isGrouped whether sessions that are equal in all selected columns share a row, which ends with their number
 * @param orderBy the columns to sort by, the most important first; sessions with equal keys come in the order in which
 *     their reports arrived, groups in the order of their columns
 * @param after cursor of the last session of the previous page; empty for the first page
 * @param skip how many rows to leave out
 * @param top maximum number of rows in the answer
 * @param filter the condition that sessions fulfil; empty for all sessions
 */
public record SessionQuery(
        String tenantId,
        List<SessionColumn> select,
        String search,
        boolean isGrouped,
        List<SortKey> orderBy,
        Optional<SessionPage.Cursor> after,
        int skip,
        int top,
        Optional<SessionFilter> filter) {

    public static final int DEFAULT_TOP = 50;
    public static final int MAX_TOP = QueryLimits.MAX_TOP;

    /**
     * A column to sort by. An absent value is less than every other value.
     *
     * @param isDescending whether the greatest comes first
     */
    public record SortKey(SessionColumn column, boolean isDescending) {}

    public SessionQuery {
        tenantId = tenantId.toLowerCase(Locale.ROOT);
        select = List.copyOf(select);
        orderBy = List.copyOf(orderBy);
        if (select.isEmpty() || new HashSet<>(select).size() < select.size()) {
            throw QueryException.of("select", "must name columns, each of them once");
        }
        if (select.contains(SessionColumn.COUNT)) {
            throw QueryException.of("select", "cannot name Count, which ends each row of a query with groupBy");
        }
        QueryLimits.requireLength("search", search, QueryLimits.MAX_SEARCH_LENGTH);
        if (skip < 0) {
            throw QueryException.of("skip", "must be at least 0");
        }
        if (top < 0 || top > MAX_TOP) {
            throw QueryException.of("top", "must be between 0 and %d".formatted(MAX_TOP));
        }
        for (int i = 0; i < orderBy.size(); i++) {
            requireSortable(select, isGrouped, orderBy, i);
        }
        if (isGrouped && after.isPresent()) {
            throw new IllegalArgumentException("Groups have no cursor");
        }
    }

    private static void requireSortable(
            List<SessionColumn> select, boolean isGrouped, List<SortKey> orderBy, int index) {
        SessionColumn column = orderBy.get(index).column();
        String target = "orderBy/" + index;
        if (orderBy.subList(0, index).stream().anyMatch(key -> key.column() == column)) {
            throw QueryException.of(target, "names a column for the second time");
        }
        if (isGrouped ? column != SessionColumn.COUNT && !select.contains(column) : column == SessionColumn.COUNT) {
            throw QueryException.of(
                    target, isGrouped ? "must name a column of groupBy, or Count" : "can name Count only with groupBy");
        }
    }

    /** Returns the query for the page after this cursor. */
    public SessionQuery after(SessionPage.Cursor cursor) {
        return new SessionQuery(tenantId, select, search, isGrouped, orderBy, Optional.of(cursor), 0, top, filter);
    }

    /** Returns this query, limited to sessions that also fulfil a condition. */
    public SessionQuery and(SessionFilter condition) {
        SessionFilter both = new SessionFilter.All(
                Stream.concat(filter.stream(), Stream.of(condition)).toList());
        return new SessionQuery(tenantId, select, search, isGrouped, orderBy, after, skip, top, Optional.of(both));
    }

    /** Returns the text to search for in {@link SessionRow#searchText()}. */
    public String foldedSearch() {
        return ColumnText.folded(search);
    }

    /** Returns the columns of a row of the answer. */
    public List<SessionColumn> columns() {
        if (!isGrouped) {
            return select;
        }
        List<SessionColumn> columns = new ArrayList<>(select);
        columns.add(SessionColumn.COUNT);
        return columns;
    }
}
