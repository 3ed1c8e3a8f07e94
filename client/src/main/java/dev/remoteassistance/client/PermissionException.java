package dev.remoteassistance.client;

import dev.remoteassistance.client.http.ErrorResponse;

/** Thrown if the token is valid, but lacks the permission, or its tenant is not served (403). */
public final class PermissionException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    PermissionException(ErrorResponse response, String clientRequestId) {
        super(response, clientRequestId);
    }
}
