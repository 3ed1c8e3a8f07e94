package dev.remoteassistance.server.store;

/** The store cannot do its work at the moment. */
public class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what cannot be done, in words for an operator
     * @param cause why, of which the kind is kept and not the text; null if the store itself refuses
     */
    public StoreUnavailableException(String message, Throwable cause) {
        // Without a stack trace of its own: in an outage there is one for each request, and it says nothing new.
        super(message, cause == null ? null : StrippedException.of(cause), false, false);
    }
}
