package dev.remoteassistance.server;

/** Ends a command with a message for the person who typed it. */
public final class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FailedException(String message) {
        super(message);
    }
}
