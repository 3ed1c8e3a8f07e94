package dev.remoteassistance.server.report;

import static dev.remoteassistance.server.RunningServer.CONTRACT;
import static dev.remoteassistance.server.RunningServer.OTHER_TENANT;
import static dev.remoteassistance.server.RunningServer.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.auth.CallerKind;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Base class of the tests of session queries, with the sessions of two tenants. */
abstract class SessionQuestionTest {

    private static final String NOW = "2026-11-24T08:00:00Z";

    @RegisterExtension
    static final RunningServer server =
            new RunningServer(parts -> parts.clock(Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC)));

    static final String SESSIONS = "getRemoteAssistanceSessionsReport";
    static final String ACTIVE = "getRemoteAssistanceMonitorActiveSessionsReport";
    static final String TOTAL = "getRemoteAssistanceMonitorTotalSessionsReport";
    static final String AVERAGE = "getRemoteAssistanceMonitorAvgSessionTimeReport";

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

    static HttpRequest.Builder question(String operation, String body) {
        return server.request()
                .uri(server.uri(CONTRACT.operation(operation).path()))
                .POST(BodyPublishers.ofString(body));
    }

    static HttpResponse<String> ask(String operation, String body) {
        return server.send(question(operation, body));
    }

    /** Returns a report as the JSON answer holds it. */
    static String inBase64(String report) {
        return "{\"value\":\"%s\"}"
                .formatted(Base64.getEncoder().encodeToString(report.getBytes(StandardCharsets.UTF_8)));
    }

    static JsonNode read(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }
}
