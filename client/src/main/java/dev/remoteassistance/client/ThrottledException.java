package dev.remoteassistance.client;

import dev.remoteassistance.client.http.ErrorResponse;

/** Thrown if the tenant or the app exceeds its limit (429) and the retries are used up; see {@link #retryAfter()}. */
public final class ThrottledException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    ThrottledException(ErrorResponse response, String clientRequestId) {
        super(response, clientRequestId);
    }
}
