package dev.remoteassistance.contract.pact;

/** Who verifies could not do its own part, so that nothing is known of the provider. */
public final class PreparationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PreparationException(String message) {
        super(message);
    }
}
