package dev.remoteassistance.client;

/** Thrown if a request failed. Either {@link ErrorResponseException} or {@link ConnectionException}. */
public abstract sealed class RemoteAssistanceException extends RuntimeException
        permits ErrorResponseException, ConnectionException {

    private static final long serialVersionUID = 1L;

    /** The {@code client-request-id} of all attempts for this request. */
    private final String clientRequestId;

    RemoteAssistanceException(String message, Throwable cause, String clientRequestId) {
        super(message + " [client-request-id " + clientRequestId + "]", cause);
        this.clientRequestId = clientRequestId;
    }

    /**
     * Returns the {@code client-request-id} that all attempts for this request carried. Support can find them by it.
     *
     * @return never null
     */
    public String clientRequestId() {
        return clientRequestId;
    }
}
