package dev.remoteassistance.server.auth.issuer;

/** The issuer's keys cannot be looked up at the moment. */
public final class KeysUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    public KeysUnavailableException(Throwable cause) {
        super(cause);
    }
}
