package dev.remoteassistance.server.auth;

/** The token does not tell who the caller is. The message is fit for the caller: it holds nothing of the token. */
public final class InvalidTokenException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidTokenException(String message) {
        super(message);
    }
}
