package dev.remoteassistance.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how the client treats answers. */
class ClientAnswerTest extends ClientTest {

    @ParameterizedTest
    @CsvSource({
        "400, dev.remoteassistance.client.InvalidReportException",
        "401, dev.remoteassistance.client.AuthenticationException",
        "403, dev.remoteassistance.client.PermissionException",
        "404, dev.remoteassistance.client.ErrorResponseException",
        "406, dev.remoteassistance.client.ErrorResponseException",
        "413, dev.remoteassistance.client.InvalidReportException",
        "415, dev.remoteassistance.client.InvalidReportException",
        "429, dev.remoteassistance.client.ThrottledException",
        "500, dev.remoteassistance.client.ServerException",
        "503, dev.remoteassistance.client.ServerException",
    })
    void tellsRefusalsApart(int status, Class<? extends ErrorResponseException> type) {
        answer(
                aResponse()
                        .withStatus(status)
                        .withHeader("request-id", "r-1")
                        .withHeader("Content-Type", "application/json")
                        .withBody(
                                "{\"error\":{\"code\":\"Code\",\"message\":\"Bl\u00f6d.\",\"future\":1,\"details\":[{\"code\":"
                                        + "\"Code\",\"message\":\"Wrong.\",\"target\":\"reportingPayload/id\"}],\"innerError\":{}}}"));

        ErrorResponseException refusal = catchThrowableOfType(
                type, () -> builder().retryPolicy(RetryPolicy.NONE).build().report(REPORT));

        assertThat(refusal).isExactlyInstanceOf(type);
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.code()).hasValue("Code");
        assertThat(refusal.requestId()).hasValue("r-1");
        assertThat(refusal.clientRequestId()).isEqualTo(requestNames().get(0));
        assertThat(refusal.retryAfter()).isEmpty();
        assertThat(refusal.details())
                .singleElement()
                .satisfies(detail -> assertThat(detail.getTarget()).isEqualTo("reportingPayload/id"));
        assertThat(refusal)
                .hasMessage(
                        "HTTP %d Code: Bl\u00f6d. (POST %s, request-id r-1) [client-request-id %s]",
                        status, server.baseUrl() + PATH, refusal.clientRequestId())
                .satisfies(e -> assertThat(e.getStackTrace())
                        .anyMatch(
                                frame -> frame.getClassName().equals(getClass().getName())))
                .hasMessageNotContaining("token-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>Bad gateway</html>",
                "null",
                "[]",
                "{}",
                "{\"error\":\"text\"}",
                "{\"error\":{\"details\":[null]}}"
            })
    void copesWithAnswersFromSomebodyElse(String body) {
        answer(aResponse().withStatus(502).withBody(body));

        ServerException refusal = catchThrowableOfType(ServerException.class, () -> client().report(REPORT));

        assertThat(refusal.status()).isEqualTo(502);
        assertThat(refusal.code()).isEmpty();
        assertThat(refusal.details()).isEmpty();
        assertThat(refusal.requestId()).isEmpty();
    }

    @Test
    void noTextOfAnAnswerForgesALine() {
        answer(
                aResponse()
                        .withStatus(400)
                        .withBody(
                                "{\"error\":{\"code\":\"a\\r\\nb\",\"message\":\"c\\u001b[2Kd\\u2028e\\u202ef\\u0000\\u0085\"}}"));

        InvalidReportException refusal =
                catchThrowableOfType(InvalidReportException.class, () -> client().report(REPORT));

        assertThat(refusal)
                .hasMessage(
                        "HTTP 400 a\uFFFD\uFFFDb: c\uFFFD[2Kd\uFFFDe\uFFFDf\uFFFD\uFFFD (POST %s) [client-request-id %s]",
                        server.baseUrl() + PATH, refusal.clientRequestId());
        assertThat(refusal.code()).as("as it came").hasValue("a\r\nb");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 205, 302, 307})
    void believesInNothingButNoContent(int status) {
        answer(aResponse().withStatus(status).withHeader("Location", server.baseUrl() + "/elsewhere"));

        assertThatThrownBy(() -> client().report(REPORT))
                .isExactlyInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("HTTP " + status);
        assertThat(requestNames()).as("nothing is sent elsewhere").hasSize(1);
    }
}
