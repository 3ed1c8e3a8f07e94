package dev.remoteassistance.server.auth;

/** The issuer's keys cannot be had at the moment. */
public final class KeysUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    KeysUnavailableException(Throwable cause) {
        super(cause);
    }
}
