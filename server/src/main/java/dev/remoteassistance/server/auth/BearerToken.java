package dev.remoteassistance.server.auth;

import java.util.List;
import java.util.Optional;

/** Reads the access token from the Authorization header. */
final class BearerToken {

    static final String SCHEME = "Bearer";

    private static final char BLANK = ' ';

    private BearerToken() {}

    /**
     * Returns the token of a request.
     *
     * @param authorization the values of the request's Authorization headers
     * @return the token; empty unless there is exactly one value and it holds a token
     */
    static Optional<String> in(List<String> authorization) {
        return authorization.size() == 1 ? in(authorization.get(0)) : Optional.empty();
    }

    private static Optional<String> in(String authorization) {
        String value = authorization.trim();
        int start = SCHEME.length();
        if (value.length() <= start
                || value.charAt(start) != BLANK
                || !value.regionMatches(true, 0, SCHEME, 0, start)) {
            return Optional.empty();
        }
        // The trimmed value does not end with a blank, so the token follows these.
        while (value.charAt(start) == BLANK) {
            start++;
        }
        return Optional.of(value.substring(start));
    }
}
