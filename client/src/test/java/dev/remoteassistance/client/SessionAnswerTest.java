package dev.remoteassistance.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dev.remoteassistance.model.RemoteAssistanceSessionColumn.DATE_DIFFERENCE;
import static dev.remoteassistance.model.RemoteAssistanceSessionColumn.HELPER_FIRST_NAME;
import static dev.remoteassistance.model.RemoteAssistanceSessionColumn.SESSIONEND;
import static dev.remoteassistance.model.RemoteAssistanceSessionColumn.SESSIONSTART;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.remoteassistance.client.session.SessionPage;
import dev.remoteassistance.client.session.SessionRow;
import dev.remoteassistance.model.ReportPropertyType;
import dev.remoteassistance.model.ReportQuery;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how the client asks one question, and how it reads the answer. */
class SessionAnswerTest extends SessionTest {

    private static final String EVERYTHING = report(7, """
            {"Column":"HelperFirstName","PropertyType":"String"},{"Column":"Sessionstart","PropertyType":"DateTime"},
            {"Column":"Sessionend","PropertyType":"DateTime"},{"Column":"DateDifference","PropertyType":"Int64"},
            {"Column":"Invented","PropertyType":"Later","more":1}""", """
            [["\u0436\uD83D\uDE80","2026-11-23T09:15:30.123456789Z",null,9007199254740993,
              [1e400, 1.10, 123456789012345678901234567890, true, {"a":null}]]]""");

    @Test
    void asksAsTheContractSays() {
        answer(page(0));

        client().sessions(new ReportQuery()
                        .search("Ada")
                        .addSelectItem(SESSIONSTART)
                        .top(3))
                .page();

        server.verify(
                1,
                postRequestedFor(urlEqualTo(SESSIONS))
                        .withHeader("Authorization", equalTo("Bearer token-1"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withHeader("Accept", equalTo("application/octet-stream, application/json"))
                        .withRequestBody(equalToJson("{\"search\":\"Ada\",\"select\":[\"Sessionstart\"],\"top\":3}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "Application/Octet-Stream; x=y"})
    void readsAStreamOfBytes(String contentType) {
        answer(aResponse().withHeader("Content-Type", contentType).withBody(EVERYTHING));

        assertEverything(client().sessions(new ReportQuery()).page());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;odata.metadata=minimal; charset=utf-8"})
    void readsBase64(String contentType) {
        answer(aResponse()
                .withHeader("Content-Type", contentType)
                .withBody("{\"@odata.context\":\"x\",\"value\":\"%s\"}"
                        .formatted(Base64.getEncoder().encodeToString(EVERYTHING.getBytes(UTF_8)))));

        assertEverything(client().sessions(new ReportQuery()).page());
    }

    @Test
    void readsAnAnswerThatIsCompressed() throws IOException {
        answer(stream("").withHeader("Content-Encoding", "gzip").withBody(gzip(EVERYTHING.getBytes(UTF_8), 1)));

        assertEverything(client().sessions(new ReportQuery()).page());
    }

    @Test
    void readsAsynchronously() {
        answer(aResponse().withStatus(503), stream(EVERYTHING));

        assertThat(client().sessions(new ReportQuery()).pageAsync())
                .succeedsWithin(Duration.ofMinutes(2))
                .satisfies(SessionAnswerTest::assertEverything);
    }

    private static void assertEverything(SessionPage page) {
        assertThat(page.totalRowCount()).isEqualTo(7);
        assertThat(page.columns())
                .isEqualTo(Map.of(
                        "HelperFirstName", ReportPropertyType.STRING,
                        "Sessionstart", ReportPropertyType.DATE_TIME,
                        "Sessionend", ReportPropertyType.DATE_TIME,
                        "DateDifference", ReportPropertyType.INT64,
                        "Invented", ReportPropertyType.fromValue("Later")));
        SessionRow row = page.rows().get(0);
        assertThat(page.rows()).hasSize(1);
        assertThat(row.text(HELPER_FIRST_NAME)).hasValue("\u0436\uD83D\uDE80");
        assertThat(row.dateTime(SESSIONSTART)).hasValue(Instant.parse("2026-11-23T09:15:30.123456789Z"));
        assertThat(row.dateTime(SESSIONEND)).isEmpty();
        assertThat(row.number(DATE_DIFFERENCE)).hasValue(9007199254740993L);
        assertThat(row.values().keySet())
                .containsExactly("HelperFirstName", "Sessionstart", "Sessionend", "DateDifference", "Invented");
        assertThat((List<?>) row.values().get("Invented")).first().isEqualTo(new BigDecimal("1e400"));
        assertThat(((List<?>) row.values().get("Invented")).subList(1, 4))
                .isEqualTo(List.of(new BigDecimal("1.10"), new BigInteger("123456789012345678901234567890"), true));
    }

    @Test
    void triesAgainAfterALostConnection() {
        answer(
                stream(EVERYTHING).withFault(Fault.CONNECTION_RESET_BY_PEER),
                stream(EVERYTHING).withHeader("Content-Length", "9999"),
                stream(EVERYTHING));

        assertEverything(client().sessions(new ReportQuery()).page());
        assertThat(requestNames()).hasSize(3);
        assertThat(requestNames().stream().distinct()).hasSize(1);
    }

    @Test
    void triesAgainWhenAnAnswerDoesNotEnd() {
        answer(stream(EVERYTHING).withChunkedDribbleDelay(10, 60_000), stream(EVERYTHING));

        assertEverything(builder()
                .requestTimeout(Duration.ofSeconds(5))
                .build()
                .sessions(new ReportQuery())
                .page());
    }
}
