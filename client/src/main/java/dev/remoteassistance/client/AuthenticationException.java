package dev.remoteassistance.client;

import dev.remoteassistance.client.http.ErrorResponse;

/** Thrown if the access token is missing, expired, or not valid for this server (401). */
public final class AuthenticationException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    AuthenticationException(ErrorResponse response, String clientRequestId) {
        super(response, clientRequestId);
    }
}
