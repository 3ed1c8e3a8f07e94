package dev.remoteassistance.server.report;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static dev.remoteassistance.server.RunningServer.CONTRACT;
import static dev.remoteassistance.server.RunningServer.OTHER_TENANT;
import static dev.remoteassistance.server.RunningServer.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.LogCapture;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.http.ErrorCode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the history of a session over HTTP. HistoryTest checks its values. */
class SessionHistoryTest {

    private static final Operation OPERATION = CONTRACT.operation("getRemoteAssistanceSessionHistoryReport");

    private static final String QUESTION =
            "{\"id\":\"é\",\"select\":[\"SessionId\",\"HelperDeviceOS\"],\"sessionId\":\"s\"}";

    private static final String ANSWER = "{\"TotalRowCount\":2,\"Schema\":["
            + "{\"Column\":\"SessionId\",\"PropertyType\":\"String\"},"
            + "{\"Column\":\"HelperDeviceOS\",\"PropertyType\":\"String\"}],"
            + "\"Values\":[[\"é\",\"second\"],[\"é\",\"first\"]],\"SessionId\":\"s\"}";

    @RegisterExtension
    static final RunningServer server = new RunningServer();

    @RegisterExtension
    final LogCapture log = new LogCapture();

    @BeforeAll
    static void report() {
        SessionQuestionTest.post(server, TENANT, "{\"id\":\"é\",\"helperOs\":\"first\"}");
        SessionQuestionTest.post(server, TENANT, "{\"id\":\"é\",\"helperOs\":\"second\"}");
        SessionQuestionTest.post(server, TENANT, "{\"id\":\"é\",\"helperOs\":\"first\"}");
        SessionQuestionTest.post(server, TENANT, "{\"id\":\"E\",\"helperOs\":\"of another session\"}");
        SessionQuestionTest.post(server, OTHER_TENANT, "{\"id\":\"é\",\"helperOs\":\"of another tenant\"}");
    }

    private static HttpRequest.Builder question(String body) {
        return server.request().uri(server.uri(OPERATION.path())).POST(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> ask(String body) {
        return server.send(question(body));
    }

    @Test
    void answersWithTheNewestReportFirst() {
        HttpResponse<String> answer = ask(QUESTION);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/octet-stream");
        assertThat(answer.body()).isEqualTo(ANSWER);
    }

    @Test
    void answersInBase64() {
        HttpResponse<String> answer = server.send(question(QUESTION).header("Accept", "application/json"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(SessionQuestionTest.inBase64(ANSWER));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'id':'é','select':['HelperDeviceOS'],'skip':1,'top':1} | 2 | [['first']]",
                "{'id':'é','select':['HelperDeviceOS'],'skip':2} | 2 | []",
                "{'id':'é','select':['HelperDeviceOS'],'top':0} | 2 | []",
                "{'id':'É','select':['HelperDeviceOS']} | 0 | []",
            })
    void answersAPage(String body, int total, String rows) {
        assertThat(ask(body.replace('\'', '"')).body())
                .isEqualTo(
                        "{\"TotalRowCount\":%d,\"Schema\":[{\"Column\":\"HelperDeviceOS\",\"PropertyType\":\"String\"}],\"Values\":%s,\"SessionId\":\"\"}"
                                .formatted(total, rows.replace('\'', '"')));
    }

    @Test
    void tellsATenantNothingOfAnother() {
        String token = server.token(
                CallerKind.APP, OTHER_TENANT, OPERATION.leastPermissions().get(0));
        HttpResponse<String> answer = server.send(question("{\"id\":\"é\",\"select\":[\"HelperDeviceOS\"]}")
                .setHeader("Authorization", "Bearer " + token));
        assertThat(answer.body()).contains("\"TotalRowCount\":1,").contains("\"Values\":[[\"of another tenant\"]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{} | id | is required and must not be null",
                "{'id':null} | id | is required and must not be null",
                "{'id':''} | id | must have 1 to 256 characters",
                "{'id':5} | id | must be a string",
                "{'id':'a','select':['Date','Date']} | select | must name columns, each of them once",
                "{'id':'a','top':1001} | top | must be at most 1000",
                "{'id':'a','skip':-1} | skip | must be at least 0",
                "{'id':'a','filter':'Elevation eq 1'} | filter | is not declared in the contract",
            })
    void namesThePartThatIsAtFault(String body, String target, String rule) {
        assertRefused(ask(body.replace('\'', '"')), ErrorCode.MODEL_VALIDATION_FAILURE)
                .hasFaults("%1$s: %1$s %2$s.".formatted(target, rule));
    }

    @Test
    void boundsTheBody() {
        assertRefused(ask(" ".repeat(64 << 10) + "{}"), ErrorCode.REQUEST_ENTITY_TOO_LARGE);
    }

    @Test
    void takesEachOfTheContractsPermissions() {
        assertThat(OPERATION.permissionAlternatives()).hasSize(4);
        for (Set<String> alternative : OPERATION.permissionAlternatives()) {
            String token = server.token(CallerKind.APP, TENANT, alternative.toArray(String[]::new));
            assertThat(server.send(question(QUESTION).setHeader("Authorization", "Bearer " + token))
                            .statusCode())
                    .isEqualTo(200);
        }
        String other = server.token(CallerKind.APP, TENANT, "DeviceManagementManagedDevices.Read.All");
        assertRefused(
                server.send(question(QUESTION).setHeader("Authorization", "Bearer " + other)), ErrorCode.FORBIDDEN);
    }

    @Test
    void tellsTheAuditLog() {
        assertThat(ask(QUESTION).statusCode()).isEqualTo(200);

        assertThat(SessionAuditTest.audited(log))
                .containsExactly(
                        "INFO %s Sessions were read operation=\"%s\" tenant=\"%s\" caller=\"%s\" app=\"ID\" rows=\"2\""
                                .formatted(SessionReportResource.AUDIT, OPERATION.id(), TENANT, CallerKind.USER));
    }
}
