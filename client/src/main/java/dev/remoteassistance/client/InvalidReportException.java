package dev.remoteassistance.client;

import dev.remoteassistance.client.http.ErrorResponse;

/** Thrown if the server will never take this report as it is (400, 413, 415); {@link #details()} names its faults. */
public final class InvalidReportException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    InvalidReportException(ErrorResponse response, String clientRequestId) {
        super(response, clientRequestId);
    }
}
