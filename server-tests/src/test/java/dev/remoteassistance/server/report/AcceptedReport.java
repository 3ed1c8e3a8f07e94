package dev.remoteassistance.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** Asserts that an answer says no more than that the report was taken. */
final class AcceptedReport {

    private AcceptedReport() {}

    static void assertAccepted(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Content-Type")).isEmpty();
        assertThat(response.headers().firstValue("request-id")).isPresent();
        assertThat(response.headers().firstValue("client-request-id")).isPresent();
    }
}
