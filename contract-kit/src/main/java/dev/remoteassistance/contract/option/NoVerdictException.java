package dev.remoteassistance.contract.option;

/** No verdict is possible, which must never read as a good one; the message is for whoever called the command. */
public final class NoVerdictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoVerdictException(String message) {
        super(message);
    }
}
