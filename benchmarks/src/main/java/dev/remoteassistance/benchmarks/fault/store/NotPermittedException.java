package dev.remoteassistance.benchmarks.fault.store;

/** The fault cannot be made by this user on this machine. */
public final class NotPermittedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPermittedException(String message) {
        super(message);
    }
}
