package dev.remoteassistance.client;

/** The server failed (5xx), and the retries, if the status allows any, are used up. Sending the report again is safe. */
public final class ServerException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    ServerException(ErrorResponse response, String clientRequestId) {
        super(response, clientRequestId);
    }
}
