package dev.remoteassistance.server.session;

import dev.remoteassistance.server.contract.Contract;

/** The limits that the contract sets to the parts of a query. */
final class QueryLimits {

    private static final Contract CONTRACT = Contract.load();

    static final int MAX_SELECTED = limit("select", "maxItems");
    static final int MAX_SEARCH_LENGTH = limit("search", "maxLength");
    static final int MAX_KEYS = limit("orderBy", "maxItems");
    static final int MAX_TOP = limit("top", "maximum");
    static final int MAX_FILTER_LENGTH = limit("filter", "maxLength");

    private QueryLimits() {}

    private static int limit(String part, String keyword) {
        return CONTRACT.limit("ReportQuery", part, keyword);
    }

    /**
     * Requires a text that is not too long, counted in code points.
     *
     * @throws QueryException if it is too long
     */
    static void requireLength(String target, String text, int most) {
        if (text.codePointCount(0, text.length()) > most) {
            throw QueryException.of(target, "must have at most %d characters".formatted(most));
        }
    }
}
