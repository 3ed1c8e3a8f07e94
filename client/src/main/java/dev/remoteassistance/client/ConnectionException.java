package dev.remoteassistance.client;

/**
 * There was no answer: no connection, a lost one, or a time-out, and all retries are used up. The report may or may not
 * be stored; sending it again is safe.
 */
public final class ConnectionException extends RemoteAssistanceException {

    private static final long serialVersionUID = 1L;

    ConnectionException(String message, Throwable cause, String clientRequestId) {
        super(message, cause, clientRequestId);
    }
}
