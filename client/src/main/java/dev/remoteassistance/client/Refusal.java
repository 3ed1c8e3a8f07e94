package dev.remoteassistance.client;

/** Carries an answer that its operation does not promise to the end of the call. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorResponse response;

    Refusal(ErrorResponse response) {
        super(null, null, false, false);
        this.response = response;
    }

    ErrorResponse response() {
        return response;
    }
}
