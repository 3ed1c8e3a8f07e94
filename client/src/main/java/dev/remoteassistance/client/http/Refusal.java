package dev.remoteassistance.client.http;

/** Carries an answer that its operation does not promise to the end of the call. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorResponse response;

    public Refusal(ErrorResponse response) {
        super(null, null, false, false);
        this.response = response;
    }

    public ErrorResponse response() {
        return response;
    }
}
