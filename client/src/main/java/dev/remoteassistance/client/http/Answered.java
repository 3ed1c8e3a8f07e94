package dev.remoteassistance.client.http;

import java.io.InputStream;
import java.net.http.HttpResponse;

/**
 * Carries an answer past the generated code, which would decode it by the JVM's charset, take any 2xx for success and
 * read a body of any size.
 */
final class Answered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient HttpResponse<InputStream> response;

    Answered(HttpResponse<InputStream> response) {
        super(null, null, false, false);
        this.response = response;
    }

    HttpResponse<InputStream> response() {
        return response;
    }
}
