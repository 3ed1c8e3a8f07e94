package dev.remoteassistance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RequestIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Asserts that an answer is a well-formed refusal that discloses nothing. */
public final class ErrorAssert {

    private static final Pattern INTERNALS = Pattern.compile(
            "dev\\.remoteassistance|java\\.|jakarta\\.|com\\.|org\\.|Exception|\\bat .*\\(|`|Bearer ey");

    private final HttpResponse<String> response;
    private final JsonNode error;

    private ErrorAssert(HttpResponse<String> response) {
        this.response = response;
        try {
            this.error = new ObjectMapper().readTree(response.body()).required("error");
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    public static ErrorAssert assertRefused(HttpResponse<String> response, ErrorCode code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(code.status());
        ErrorAssert refusal = new ErrorAssert(response);
        assertThat(refusal.error.path("code").asText()).isEqualTo(code.code());
        refusal.hasTheFormOfEveryRefusal();
        // The throttle computes the wait for each refusal.
        if (code != ErrorCode.TOO_MANY_REQUESTS) {
            refusal.hasHeader(
                    "Retry-After",
                    code.retryAfterSeconds().stream().mapToObj(String::valueOf).toArray(String[]::new));
        }
        assertThat(response.headers().allValues("WWW-Authenticate"))
                .isIn(
                        code == ErrorCode.INVALID_AUTHENTICATION_TOKEN
                                ? List.of(List.of("Bearer"), List.of(refusal.challengeOfAnInvalidToken()))
                                : List.of(List.of()));
        return refusal;
    }

    private void hasTheFormOfEveryRefusal() {
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        String requestId = response.headers().firstValue(RequestIds.REQUEST_ID).orElseThrow();
        String clientRequestId =
                response.headers().firstValue(RequestIds.CLIENT_REQUEST_ID).orElseThrow();
        assertThat(requestId).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        JsonNode inner = error.required("innerError");
        assertThat(inner.path(RequestIds.REQUEST_ID).asText()).isEqualTo(requestId);
        assertThat(inner.path(RequestIds.CLIENT_REQUEST_ID).asText()).isEqualTo(clientRequestId);
        assertThat(inner.path("date").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
        assertThat(error.path("message").asText()).isNotBlank();
        assertThat(response.body()).doesNotContainPattern(INTERNALS);
    }

    /** Asserts the faults as {@code target: message}, in the order of the body. */
    public ErrorAssert hasFaults(String... faults) {
        List<String> details = StreamSupport.stream(error.path("details").spliterator(), false)
                .map(detail -> detail.required("target").asText() + ": "
                        + detail.required("message").asText())
                .toList();
        assertThat(details).containsExactly(faults);
        assertThat(error.path("target").asText())
                .isEqualTo(error.path("details").path(0).path("target").asText());
        return this;
    }

    public ErrorAssert hasMessage(String message) {
        assertThat(error.path("message").asText()).isEqualTo(message);
        return this;
    }

    /** Asserts the challenge of RFC 6750, which repeats the message of the body. */
    public ErrorAssert hasChallengeOfAnInvalidToken() {
        return hasHeader("WWW-Authenticate", challengeOfAnInvalidToken());
    }

    private String challengeOfAnInvalidToken() {
        return "Bearer error=\"invalid_token\", error_description=\"%s\""
                .formatted(error.path("message").asText());
    }

    /** Asserts that a header has exactly these values; if none is given, that it is absent. */
    public ErrorAssert hasHeader(String name, String... values) {
        assertThat(response.headers().allValues(name)).containsExactly(values);
        return this;
    }
}
