package dev.remoteassistance.server.auth;

/** Thrown if a token is not valid here. The message may be given to the caller: it quotes nothing of the token. */
public final class InvalidTokenException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidTokenException(String message) {
        super(message);
    }
}
