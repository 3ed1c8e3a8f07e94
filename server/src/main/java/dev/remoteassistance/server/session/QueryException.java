package dev.remoteassistance.server.session;

import java.util.OptionalInt;

/** Thrown if a query cannot be read or answered. The message is for its author, and quotes nothing of it. */
public final class QueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String target;
    private final int position;

    private QueryException(String target, int position, String message) {
        super(message, null, false, false);
        this.target = target;
        this.position = position;
    }

    /**
     * Returns the refusal of a part as a whole.
     *
     * @param target see {@link #target()}
     * @param rule the predicate of a sentence about it
     */
    public static QueryException of(String target, String rule) {
        return new QueryException(target, 0, rule);
    }

    static QueryException at(String target, int position, String rule) {
        return new QueryException(target, position, "at character %d: %s".formatted(position, rule));
    }

    /** Returns the part of the query that is at fault, such as {@code filter} or {@code orderBy/1}. */
    public String target() {
        return target;
    }

    /** Returns which character of the text is at fault, counted from 1; empty where the text as a whole is. */
    public OptionalInt position() {
        return position == 0 ? OptionalInt.empty() : OptionalInt.of(position);
    }
}
