package dev.remoteassistance.contract.replay;

/** The verifying side could not do its own part, so nothing is known of the provider. */
public final class PreparationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PreparationException(String message) {
        super(message);
    }
}
