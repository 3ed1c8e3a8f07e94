package dev.remoteassistance.client;

import dev.remoteassistance.client.http.ErrorResponse;

/** Thrown if the server failed (5xx) and the retries, if the status allows any, are used up. A retry is safe. */
public final class ServerException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    ServerException(ErrorResponse response, String clientRequestId) {
        super(response, clientRequestId);
    }
}
