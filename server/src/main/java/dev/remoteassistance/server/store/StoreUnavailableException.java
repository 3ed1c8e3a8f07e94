package dev.remoteassistance.server.store;

/** Thrown if the store cannot do its work at the moment. */
public class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what cannot be done, in words for an operator
     * @param cause the cause, of which only the kind is kept and not the text; null if the store itself refuses
     */
    public StoreUnavailableException(String message, Throwable cause) {
        // Without its own stack trace: an outage throws one for each request, and the trace says nothing new.
        super(message, cause == null ? null : StrippedException.of(cause), false, false);
    }
}
