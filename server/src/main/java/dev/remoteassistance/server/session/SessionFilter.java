package dev.remoteassistance.server.session;

import java.time.Instant;
import java.util.List;

/**
 * A condition that selects sessions. Every condition is either true or false for a session: null equals only null, and
 * is neither less nor greater than anything.
 */
public sealed interface SessionFilter {

    /** Returns the condition for sessions that have begun by a time, and have not ended by then. */
    static SessionFilter activeAt(Instant time) {
        String now = ColumnText.of(time);
        return new All(List.of(
                new Comparison(SessionColumn.SESSION_START, Operator.LE, now),
                new Any(List.of(
                        new Comparison(SessionColumn.SESSION_END, Operator.EQ, null),
                        new Comparison(SessionColumn.SESSION_END, Operator.GT, now)))));
    }

    /** The operators that compare a value. */
    enum Operator {
        EQ,
        NE,
        GT,
        GE,
        LT,
        LE
    }

    /**
     * Compares a column.
     *
     * @param value of the column's type, an instant as {@link ColumnText} writes it; null to compare with null
     */
    record Comparison(SessionColumn column, Operator operator, Object value) implements SessionFilter {}

    /** Requires all conditions. Without conditions it is true. */
    record All(List<SessionFilter> conditions) implements SessionFilter {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** Requires at least one of the conditions. */
    record Any(List<SessionFilter> conditions) implements SessionFilter {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /** Requires that the condition is false. */
    record Not(SessionFilter condition) implements SessionFilter {}
}
