package dev.remoteassistance.contract.token;

import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an access token from text. */
final class TokenText {

    /** Syntax of a token in RFC 6750. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9\\-._~+/]+=*");

    private TokenText() {}

    /** Returns the token without the white space around it; empty if the text is none. */
    static Optional<String> read(String text) {
        String token = text.strip();
        return TOKEN.matcher(token).matches() ? Optional.of(token) : Optional.empty();
    }
}
