package dev.remoteassistance.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dev.remoteassistance.model.RemoteAssistanceSessionColumn.REPORTED;
import static dev.remoteassistance.model.RemoteAssistanceSessionColumn.SESSION_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.client.session.SessionPage;
import dev.remoteassistance.model.HistoryQuery;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Tests the history of a session. */
class SessionHistoryTest extends SessionTest {

    private static final String HISTORY = "/beta/deviceManagement/reports/getRemoteAssistanceSessionHistoryReport";

    @Test
    void readsTheReportsOfASession() {
        answer(stream(report(5, """
                {"Column":"Reported","PropertyType":"DateTime"},{"Column":"SessionType","PropertyType":"String"}""", """
                [["2026-11-23T09:15:30.123456Z","fullControl"],["2026-11-23T09:14:00Z",null]]""")));

        SessionPage page = client().history(new HistoryQuery()
                .id("a")
                .addSelectItem(REPORTED)
                .addSelectItem(SESSION_TYPE)
                .top(2));

        assertThat(page.totalRowCount()).isEqualTo(5);
        assertThat(page.rows()).hasSize(2);
        assertThat(page.rows().get(0).dateTime(REPORTED)).hasValue(Instant.parse("2026-11-23T09:15:30.123456Z"));
        assertThat(page.rows().get(0).text(SESSION_TYPE)).hasValue("fullControl");
        assertThat(page.rows().get(1).text(SESSION_TYPE)).isEmpty();
        server.verify(
                1,
                postRequestedFor(urlEqualTo(HISTORY))
                        .withRequestBody(
                                equalToJson("{\"id\":\"a\",\"select\":[\"Reported\",\"SessionType\"],\"top\":2}")));
    }

    @Test
    void saysThatAQuestionIsInvalid() {
        answer(aResponse().withStatus(400).withBody("{\"error\":{\"code\":\"Code\",\"message\":\"No.\"}}"));

        assertThatThrownBy(() -> client().history(new HistoryQuery())).isExactlyInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> client().history(null))
                .isExactlyInstanceOf(NullPointerException.class)
                .hasMessage("query");
    }
}
