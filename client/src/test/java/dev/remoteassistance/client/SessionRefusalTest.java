package dev.remoteassistance.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.remoteassistance.model.ReportQuery;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which exception an answer becomes that is no report. */
class SessionRefusalTest extends SessionTest {

    @ParameterizedTest
    @CsvSource({
        "400, dev.remoteassistance.client.InvalidQueryException",
        "401, dev.remoteassistance.client.AuthenticationException",
        "403, dev.remoteassistance.client.PermissionException",
        "406, dev.remoteassistance.client.ErrorResponseException",
        "413, dev.remoteassistance.client.InvalidQueryException",
        "415, dev.remoteassistance.client.InvalidQueryException",
        "429, dev.remoteassistance.client.ThrottledException",
        "500, dev.remoteassistance.client.ServerException",
        "503, dev.remoteassistance.client.ServerException",
    })
    void tellsRefusalsApart(int status, Class<? extends ErrorResponseException> type) {
        answer(aResponse()
                .withStatus(status)
                .withHeader("request-id", "r-1")
                .withBody("{\"error\":{\"code\":\"Code\",\"message\":\"No.\",\"details\":[{\"target\":\"filter\"}]}}"));

        ErrorResponseException refusal = catchThrowableOfType(
                type,
                () -> builder()
                        .retryPolicy(RetryPolicy.NONE)
                        .build()
                        .sessions(new ReportQuery())
                        .page());

        assertThat(refusal)
                .isExactlyInstanceOf(type)
                .hasMessage(
                        "HTTP %d Code: No. (POST %s, request-id r-1) [client-request-id %s]",
                        status, server.baseUrl() + SESSIONS, requestNames().get(0));
        assertThat(refusal.details())
                .singleElement()
                .satisfies(detail -> assertThat(detail.getTarget()).isEqualTo("filter"));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302})
    void takesNoOtherStatusForAnAnswer(int status) {
        answer(page(1, "a").withStatus(status));

        ErrorResponseException refusal = catchThrowableOfType(
                ErrorResponseException.class,
                () -> client().sessions(new ReportQuery()).page());

        assertThat(refusal).isExactlyInstanceOf(ErrorResponseException.class);
        assertThat(refusal.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "text/html                | <html>secret</html> | its Content-Type is text/html",
                "application/octet-stream | {\"TotalRowCount\":secret | its JSON is malformed, or not that of a report",
                "application/octet-stream | ~~ | its JSON is malformed, or not that of a report",
                "application/octet-stream | null | it is null",
                "application/octet-stream | {\"TotalRowCount\":0,\"Values\":[]} | Schema is missing, or null in part",
                "application/octet-stream | {\"TotalRowCount\":0,\"Schema\":[null],\"Values\":[]} | Schema is missing, or null in part",
                "application/octet-stream | {\"TotalRowCount\":0,\"Schema\":[]} | Values is missing, or null in part",
                "application/octet-stream | {\"Schema\":[],\"Values\":[]} | TotalRowCount is missing, or null in part",
                "application/octet-stream | {\"TotalRowCount\":1,\"Schema\":[],\"Values\":[[\"secret\"]]} | a row has 1 values for 0 columns",
                "application/octet-stream | {\"Schema\":[{\"Column\":\"a\",\"PropertyType\":\"String\"},{\"Column\":\"a\",\"PropertyType\":\"String\"}]} | a column appears twice",
                "application/json         | {\"value\":null} | it has no value",
                "application/json         | {\"value\":\"secret!\"} | its value is not Base64",
                "application/json         | {\"value\":\"bnVsbA==\"} | it is null",
            })
    void saysWhatIsWrongWithAnAnswer(String contentType, String body, String problem) {
        answer(aResponse().withHeader("Content-Type", contentType).withBody(body));

        ErrorResponseException refusal = catchThrowableOfType(
                ErrorResponseException.class,
                () -> client().sessions(new ReportQuery()).page());

        assertThat(refusal)
                .isExactlyInstanceOf(ErrorResponseException.class)
                .hasMessage(
                        "HTTP 200 (POST %s): the answer cannot be read: %s [client-request-id %s]",
                        server.baseUrl() + SESSIONS, problem, refusal.clientRequestId());
        assertThat(requestNames()).as("a repetition would not help").hasSize(1);
    }

    @Test
    void readsNoAnswerThatIsTooLarge() throws IOException {
        answer(stream("").withHeader("Content-Encoding", "gzip").withBody(gzip(new byte[1 << 20], 33)));

        ErrorResponseException refusal = catchThrowableOfType(
                ErrorResponseException.class,
                () -> client().sessions(new ReportQuery()).page());

        assertThat(refusal)
                .hasMessage(
                        "HTTP 200 (POST %s, request-id r-1): the answer cannot be read: it has more than 33554432 bytes; a "
                                + "smaller top of the query gives smaller answers [client-request-id %s]",
                        server.baseUrl() + SESSIONS, refusal.clientRequestId());
    }
}
