package dev.remoteassistance.server.report;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static dev.remoteassistance.server.RunningServer.CONTRACT;
import static dev.remoteassistance.server.RunningServer.OTHER_TENANT;
import static dev.remoteassistance.server.RunningServer.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.http.ErrorCode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the reports of sessions over HTTP. Whether they tell the truth, SessionQueryTest tests. */
class SessionReportTest {

    private static final String NOW = "2026-11-24T08:00:00Z";

    @RegisterExtension
    static final RunningServer server =
            new RunningServer(parts -> parts.clock(Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC)));

    private static final String SESSIONS = "getRemoteAssistanceSessionsReport";
    private static final String ACTIVE = "getRemoteAssistanceMonitorActiveSessionsReport";
    private static final String TOTAL = "getRemoteAssistanceMonitorTotalSessionsReport";
    private static final String AVERAGE = "getRemoteAssistanceMonitorAvgSessionTimeReport";

    private static final String QUESTION =
            "{\"select\":[\"SessionId\",\"DateDifference\",\"Sessionend\"],\"orderBy\":[\"SessionId desc\"],\"top\":2,\"sessionId\":\"s\"}";

    private static final String ANSWER = "{\"TotalRowCount\":3,\"Schema\":["
            + "{\"Column\":\"SessionId\",\"PropertyType\":\"String\"},"
            + "{\"Column\":\"DateDifference\",\"PropertyType\":\"Int64\"},"
            + "{\"Column\":\"Sessionend\",\"PropertyType\":\"DateTime\"}],"
            + "\"Values\":[[\"é\",-1,\"2026-11-24T07:59:59.500Z\"],[\"still running\",null,null]],\"SessionId\":\"s\"}";

    @BeforeAll
    static void report() {
        post(server, TENANT, "{\"id\":\"a\",\"startDateTime\":\"2026-11-24T07:00:00Z\",\"helperOs\":\"first\"}");
        post(
                server,
                TENANT,
                "{\"id\":\"é\",\"startDateTime\":\"2026-11-24T08:00:00Z\",\"endDateTime\":\"2026-11-24T08:59:59.5+01:00\"}");
        post(
                server,
                TENANT,
                "{\"id\":\"a\",\"startDateTime\":\"2026-11-24T07:00:00Z\",\"endDateTime\":\"2026-11-24T07:00:10Z\"}");
        post(server, TENANT, "{\"id\":\"still running\",\"startDateTime\":\"2026-11-24T08:00:00Z\"}");
        post(server, OTHER_TENANT, "{\"id\":\"theirs\",\"endDateTime\":\"2026-11-24T09:00:00Z\"}");
    }

    /** Reports a session. */
    static void post(RunningServer server, String tenant, String payload) {
        HttpRequest.Builder request = server.request()
                .setHeader(
                        "Authorization",
                        "Bearer " + server.token(CallerKind.USER, tenant, RunningServer.firstPermission()))
                .POST(BodyPublishers.ofString("{\"reportingPayload\":%s}".formatted(payload)));
        assertThat(server.send(request).statusCode()).isEqualTo(204);
    }

    private static HttpRequest.Builder question(String operation, String body) {
        return server.request()
                .uri(server.uri(CONTRACT.operation(operation).path()))
                .POST(BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> ask(String operation, String body) {
        return server.send(question(operation, body));
    }

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
        assertThat(answer.body())
                .isEqualTo("{\"value\":\"%s\"}"
                        .formatted(Base64.getEncoder().encodeToString(ANSWER.getBytes(StandardCharsets.UTF_8))));
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

    @Test
    void answersAllColumnsOfFiftySessionsIfNothingIsSaid() throws IOException {
        JsonNode report = read(ask(SESSIONS, "{}"));
        assertThat(report.required("TotalRowCount").asInt()).isEqualTo(3);
        assertThat(report.required("Schema")).hasSize(34);
        assertThat(report.required("Values")).hasSize(3);
        assertThat(report.required("SessionId").asText()).isEmpty();
    }

    @Test
    void countsGroups() {
        assertThat(ask(SESSIONS, "{\"select\":[\"Date\"],\"groupBy\":[\"Date\"],\"orderBy\":[\"Count\"]}")
                        .body())
                .isEqualTo("{\"TotalRowCount\":1,\"Schema\":[{\"Column\":\"Date\",\"PropertyType\":\"DateTime\"},"
                        + "{\"Column\":\"Count\",\"PropertyType\":\"Int64\"}],"
                        + "\"Values\":[[\"2026-11-24T00:00:00Z\",3]],\"SessionId\":\"\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "getRemoteAssistanceMonitorActiveSessionsReport | ActiveSessions | {} | 1",
                "getRemoteAssistanceMonitorActiveSessionsReport | ActiveSessions | {'filter':'SessionId eq ''a'''} | 0",
                "getRemoteAssistanceMonitorTotalSessionsReport | TotalSessions | {} | 3",
                "getRemoteAssistanceMonitorTotalSessionsReport | TotalSessions | {'filter':'Sessionend ne null','top':0} | 2",
                "getRemoteAssistanceMonitorAvgSessionTimeReport | AvgSessionTime | {} | 4",
                "getRemoteAssistanceMonitorAvgSessionTimeReport | AvgSessionTime | {'filter':'DateDifference lt 0'} | -1",
                "getRemoteAssistanceMonitorAvgSessionTimeReport | AvgSessionTime | {'search':'absent'} | null",
                "getRemoteAssistanceMonitorAvgSessionTimeReport | AvgSessionTime | {'select':['x'],'orderBy':['y']} | 4",
            })
    void monitorsTellOneNumber(String operation, String column, String body, String number) {
        String json = body.replace("''", "\u0001").replace('\'', '"').replace('\u0001', '\'');
        assertThat(ask(operation, json).body())
                .isEqualTo("{\"TotalRowCount\":1,\"Schema\":[{\"Column\":\"%s\",\"PropertyType\":\"Int64\"}],"
                                .formatted(column)
                        + "\"Values\":[[%s]],\"SessionId\":\"\"}".formatted(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {SESSIONS, ACTIVE, TOTAL, AVERAGE})
    void tellsATenantNothingOfAnother(String operation) throws IOException {
        String filter = "{\"filter\":\"SessionId eq 'theirs'\",\"select\":[]}";
        Operation asked = CONTRACT.operation(operation);
        JsonNode ours = read(ask(operation, filter));
        JsonNode theirs = read(server.send(question(operation, filter)
                .setHeader(
                        "Authorization",
                        "Bearer "
                                + server.token(
                                        CallerKind.APP,
                                        OTHER_TENANT,
                                        asked.leastPermissions().get(0)))));

        if (operation.equals(SESSIONS)) {
            assertThat(ours.required("Values")).isEmpty();
            assertThat(theirs.required("Values")).hasSize(1);
        } else {
            assertThat(ours.required("Values").toString()).isEqualTo(operation.equals(AVERAGE) ? "[[null]]" : "[[0]]");
            assertThat(theirs.required("Values").toString())
                    .isEqualTo(operation.equals(TOTAL) ? "[[1]]" : operation.equals(ACTIVE) ? "[[0]]" : "[[null]]");
        }
    }

    /** Even if the caller accepts no JSON. */
    @Test
    void saysInJsonWhatIsWrong() {
        HttpRequest.Builder question =
                question(SESSIONS, "{\"filter\":\"HelperEmail is null\"}").header("Accept", "application/octet-stream");
        assertRefused(server.send(question), ErrorCode.MODEL_VALIDATION_FAILURE)
                .hasFaults("filter: filter at character 13: expected 'eq', 'ne', 'gt', 'ge', 'lt', 'le'.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'filter':'SessionId eq 5'} | filter | at character 14: SessionId is compared with text in quotes, such as"
                        + " 'Contoso'",
                "{'orderBy':['Date','Date desc']} | orderBy/1 | names a column for the second time",
                "{'orderBy':['Date down']} | orderBy/0 | must be a column, alone or with asc or desc",
                "{'orderBy':['Count']} | orderBy/0 | can name Count only with groupBy",
                "{'groupBy':['Date']} | groupBy | must be equal to select",
                "{'select':['Date','Date']} | select | must name columns, each of them once",
                "{'top':1001} | top | must be at most 1000",
                "{'skip':-1} | skip | must be at least 0",
                "{'orderBy':['Date','Date','Date','Date','Date','Date','Date','Date','Date','Date','Date']} | orderBy |"
                        + " must have at most 10 entries",
                "{'tenantId':'x'} | tenantId | is not declared in the contract",
                "{'top':'1'} | top | must be an integer",
            })
    void namesThePartThatIsAtFault(String body, String target, String rule) {
        assertFault(ask(SESSIONS, body.replace('\'', '"')), target, rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {SESSIONS, ACTIVE, TOTAL, AVERAGE})
    void boundsTexts(String operation) {
        assertFault(
                ask(operation, "{\"search\":\"%s\"}".formatted("x".repeat(257))),
                "search",
                "must have at most 256 characters");
        assertFault(
                ask(operation, "{\"filter\":\"%s\"}".formatted("x".repeat(4_097))),
                "filter",
                "must have at most 4096 characters");
        assertFault(
                ask(operation, "{\"filter\":\"x eq 1\"}"), "filter", "at character 1: there is no column of this name");
        assertRefused(ask(operation, " ".repeat(64 << 10) + "{}"), ErrorCode.REQUEST_ENTITY_TOO_LARGE);
    }

    private static void assertFault(HttpResponse<String> answer, String target, String rule) {
        assertRefused(answer, ErrorCode.MODEL_VALIDATION_FAILURE).hasFaults("%1$s: %1$s %2$s.".formatted(target, rule));
    }

    @ParameterizedTest
    @ValueSource(strings = {SESSIONS, ACTIVE, TOTAL, AVERAGE})
    void takesEachOfTheContractsPermissions(String operation) {
        assertThat(CONTRACT.operation(operation).permissionAlternatives()).hasSize(4);
        for (Set<String> alternative : CONTRACT.operation(operation).permissionAlternatives()) {
            String token = server.token(CallerKind.APP, TENANT, alternative.toArray(String[]::new));
            HttpRequest.Builder question = question(operation, "{}").setHeader("Authorization", "Bearer " + token);
            assertThat(server.send(question).statusCode()).isEqualTo(200);
        }
        String other = server.token(CallerKind.APP, TENANT, "DeviceManagementManagedDevices.Read.All");
        assertRefused(
                server.send(question(operation, "{}").setHeader("Authorization", "Bearer " + other)),
                ErrorCode.FORBIDDEN);
    }

    private static JsonNode read(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
