package dev.remoteassistance.server.session;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of the answer to a {@link SessionQuery}.
 *
 * @param columns of each row, in their order
 * @param rows with null where a session has no value; text, {@link Long}, or of a date-time its text in UTC
 * @param total how many rows there are on all pages; empty behind a cursor, where nobody counts them again
 * @param last stands for the last row, to ask for the page behind it; empty without rows, and for groups
 */
public record SessionPage(
        List<SessionColumn> columns, List<List<Object>> rows, OptionalLong total, Optional<Cursor> last) {

    /**
     * A position in an order of sessions.
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
