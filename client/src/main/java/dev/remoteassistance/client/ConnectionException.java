package dev.remoteassistance.client;

/**
 * Thrown if there was no answer: the connection failed, was lost or timed out, and all retries are used up. A report
 * may or may not be stored; sending it again is safe, and so is repeating a query.
 */
public final class ConnectionException extends RemoteAssistanceException {

    private static final long serialVersionUID = 1L;

    ConnectionException(String message, Throwable cause, String clientRequestId) {
        super(message, cause, clientRequestId);
    }
}
