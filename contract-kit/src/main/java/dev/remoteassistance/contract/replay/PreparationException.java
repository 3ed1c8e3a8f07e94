package dev.remoteassistance.contract.replay;

/** The verifying side could not do its own part, so the provider was not verified. */
public final class PreparationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PreparationException(String message) {
        super(message);
    }
}
