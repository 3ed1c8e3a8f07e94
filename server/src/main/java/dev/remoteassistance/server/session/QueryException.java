package dev.remoteassistance.server.session;

/** Thrown if a query cannot be read or answered. The message is for its author, and quotes nothing of it. */
public final class QueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String target;

    private QueryException(String target, String message) {
        super(message, null, false, false);
        this.target = target;
    }

    /**
     * Returns the refusal of a part as a whole.
     *
     * @param target see {@link #target()}
     * @param rule completes a sentence about the part, as "must be …" does
     */
    public static QueryException of(String target, String rule) {
        return new QueryException(target, rule);
    }

    /**
     * Returns the refusal of a part of a text.
     *
     * @param position the character at which the part begins, counted from 1
     */
    static QueryException at(String target, int position, String rule) {
        return new QueryException(target, "at character %d: %s".formatted(position, rule));
    }

    /** Returns the part of the query that is at fault, such as {@code filter} or {@code orderBy/1}. */
    public String target() {
        return target;
    }
}
