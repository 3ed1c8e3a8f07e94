package dev.remoteassistance.benchmarks.fault.store;

/** Thrown if this user cannot cause the fault on this machine. */
public final class NotPermittedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotPermittedException(String message) {
        super(message);
    }
}
