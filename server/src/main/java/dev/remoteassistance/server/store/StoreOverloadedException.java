package dev.remoteassistance.server.store;

/** Thrown if too many reports are waiting already. */
public final class StoreOverloadedException extends StoreUnavailableException {

    private static final long serialVersionUID = 1L;

    public StoreOverloadedException() {
        super("Too many reports are waiting to be stored", null);
    }
}
