package dev.remoteassistance.server.store;

/** Thrown if too much work is waiting already. */
public final class StoreOverloadedException extends StoreUnavailableException {

    private static final long serialVersionUID = 1L;

    public StoreOverloadedException() {
        super("Too much work is waiting for the store", null);
    }
}
