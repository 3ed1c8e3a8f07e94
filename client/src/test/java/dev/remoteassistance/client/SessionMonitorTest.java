package dev.remoteassistance.client;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.remoteassistance.model.MonitorQuery;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the figures about sessions. */
class SessionMonitorTest extends SessionTest {

    private static final MonitorQuery QUERY = new MonitorQuery().filter("Elevation eq 1");

    @Test
    void countsTheActiveSessions() {
        answer(stream(figure("ActiveSessions", "[[3]]")));

        assertThat(client().activeSessions(QUERY)).isEqualTo(3);
        assertAsked("getRemoteAssistanceMonitorActiveSessionsReport");
    }

    @Test
    void countsAllSessions() {
        answer(stream(figure("TotalSessions", "[[5000000000]]")));

        assertThat(client().totalSessions(QUERY)).isEqualTo(5_000_000_000L);
        assertAsked("getRemoteAssistanceMonitorTotalSessionsReport");
    }

    @Test
    void averagesTheirTime() {
        answer(stream(figure("AvgSessionTime", "[[90]]")), stream(figure("AvgSessionTime", "[[null]]")));

        assertThat(client().averageSessionTime(QUERY)).hasValue(Duration.ofSeconds(90));
        assertAsked("getRemoteAssistanceMonitorAvgSessionTimeReport");
        assertThat(client().averageSessionTime(QUERY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | it has 0 rows of 1 columns, not one of one",
                "[[1],[2]] | it has 2 rows of 1 columns, not one of one",
                "[[null]] | its only value is null",
                "[[1.5]] | The value in the column TotalSessions is not a whole number of 64 bits",
            })
    void saysWhatIsWrongWithAFigure(String rows, String problem) {
        answer(stream(figure("TotalSessions", rows)));

        ErrorResponseException refusal =
                catchThrowableOfType(ErrorResponseException.class, () -> client().totalSessions(QUERY));

        assertThat(refusal)
                .isExactlyInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("the answer cannot be read: " + problem + " [");
    }

    private static String figure(String column, String rows) {
        return report(1, "{\"Column\":\"%s\",\"PropertyType\":\"Int64\"}".formatted(column), rows);
    }

    private void assertAsked(String action) {
        server.verify(
                1,
                postRequestedFor(urlEqualTo("/beta/deviceManagement/reports/" + action))
                        .withRequestBody(equalToJson("{\"filter\":\"Elevation eq 1\"}")));
    }
}
