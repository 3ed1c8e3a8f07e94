package dev.remoteassistance.server.session;

import java.util.List;

/**
 * Which sessions are asked for. Every condition is either true or false of a session: null equals null alone, and neither
 * precedes nor follows anything.
 */
public sealed interface SessionFilter {

    /** How a value is compared. */
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

    /** Demands all conditions; of none, that is true. */
    record All(List<SessionFilter> conditions) implements SessionFilter {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** Demands one condition at least. */
    record Any(List<SessionFilter> conditions) implements SessionFilter {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /** Demands the contrary. */
    record Not(SessionFilter condition) implements SessionFilter {}
}
