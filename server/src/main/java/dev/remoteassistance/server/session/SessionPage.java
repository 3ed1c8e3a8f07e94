package dev.remoteassistance.server.session;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of the answer to a {@link SessionQuery}.
 *
 * @param columns of each row, in their order
 * @param rows the values: text, {@link Long}, a date-time as text in UTC, or null where a session has no value
 * @param total number of rows on all pages; empty if the query continues after a cursor: only the first page counts
 *     them
 * @param last cursor of the last row, after which the next page begins; empty without rows, for groups, and for a history
 */
public record SessionPage(
        List<SessionColumn> columns, List<List<Object>> rows, OptionalLong total, Optional<Cursor> last) {

    /**
     * The position of a session in the order of a query.
     *
     * @param keys the values that the sessions are sorted by, with nulls
     * @param sequence the place among sessions with equal keys
     */
    public record Cursor(List<Object> keys, long sequence) {}

    public SessionPage {
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableList(rows);
    }
}
