package dev.remoteassistance.contract.kit;

/** Nothing can be said of the server; the message is for whoever called the command. */
final class UnverifiableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnverifiableException(String message) {
        super(message);
    }
}
