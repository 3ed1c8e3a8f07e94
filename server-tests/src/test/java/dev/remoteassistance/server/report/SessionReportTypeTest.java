package dev.remoteassistance.server.report;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.http.ErrorCode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the media types in which a report of sessions is answered. */
class SessionReportTypeTest extends SessionQuestionTest {

    private static final String QUESTION =
            "{\"select\":[\"SessionId\",\"DateDifference\",\"Sessionend\"],\"orderBy\":[\"SessionId desc\"],\"top\":2,\"sessionId\":\"s\"}";

    private static final String ANSWER = "{\"TotalRowCount\":3,\"Schema\":["
            + "{\"Column\":\"SessionId\",\"PropertyType\":\"String\"},"
            + "{\"Column\":\"DateDifference\",\"PropertyType\":\"Int64\"},"
            + "{\"Column\":\"Sessionend\",\"PropertyType\":\"DateTime\"}],"
            + "\"Values\":[[\"é\",-1,\"2026-11-24T07:59:59.500Z\"],[\"still running\",null,null]],\"SessionId\":\"s\"}";

    @Test
    void answersWithTheBytesOfTheReport() {
        HttpResponse<String> answer = ask(SESSIONS, QUESTION);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/octet-stream");
        assertThat(answer.body()).isEqualTo(ANSWER);
    }

    @Test
    void answersInBase64AsDocumented() {
        HttpResponse<String> answer = server.send(question(SESSIONS, QUESTION).header("Accept", "application/json"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
        assertThat(answer.body()).isEqualTo(inBase64(ANSWER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "*/* | application/octet-stream",
                "application/* | application/octet-stream",
                "application/octet-stream, application/json | application/octet-stream",
                "application/json, application/octet-stream | application/octet-stream",
                "application/octet-stream | application/octet-stream",
                "application/json | application/json",
                "APPLICATION/JSON | application/json",
                "application/json, */*;q=0.1 | application/json",
                "application/octet-stream;q=0.5, application/* | application/json",
                "application/json;q=0, */* | application/octet-stream",
                "a/, application/json | application/json",
            })
    void choosesTheTypeThatTheCallerLikesBest(String accept, String type) {
        HttpResponse<String> answer = server.send(question(SESSIONS, QUESTION).header("Accept", accept));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/json;q=0, text/*",
                "*/*, application/json;q=0, application/octet-stream;q=0"
            })
    void refusesOtherTypes(String accept) {
        assertRefused(server.send(question(SESSIONS, QUESTION).header("Accept", accept)), ErrorCode.NOT_ACCEPTABLE)
                .hasMessage("The Accept header rules out application/octet-stream and application/json.");
    }
}
