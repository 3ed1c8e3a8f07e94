package dev.remoteassistance.contract.spec.read;

/** A contract cannot be read or compared; the message names the place and the reason. */
public final class RefusedContractException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /**
     * Refuses a contract.
     *
     * @param place file, line, JSON Pointer or operation
     * @param reason what is wrong there
     */
    public RefusedContractException(String place, String reason) {
        super(place + ": " + reason);
    }
}
