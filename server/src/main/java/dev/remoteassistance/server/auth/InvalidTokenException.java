package dev.remoteassistance.server.auth;

/**
 * Thrown if this server does not accept a token. The message may be sent to the caller, since it quotes nothing of the
 * token.
 */
public final class InvalidTokenException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidTokenException(String message) {
        super(message);
    }
}
