package dev.remoteassistance.contract.option;

/**
 * Says that no verdict is possible, which must never look like a good one; the message is for the caller of the
 * command.
 */
public final class NoVerdictException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoVerdictException(String message) {
        super(message);
    }
}
