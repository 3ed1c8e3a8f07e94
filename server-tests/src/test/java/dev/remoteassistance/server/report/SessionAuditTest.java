package dev.remoteassistance.server.report;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.LogCapture;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.http.ErrorCode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that the log tells who has read sessions. */
class SessionAuditTest {

    private static final String OPERATION = "getRemoteAssistanceSessionsReport";

    @RegisterExtension
    final RunningServer server = new RunningServer();

    @RegisterExtension
    final LogCapture log = new LogCapture();

    @Test
    void namesTenantAndAppOfEachAnswerAndNoPerson() {
        HttpRequest.Builder request = server.request()
                .uri(server.uri(RunningServer.CONTRACT.operation(OPERATION).path()))
                .POST(BodyPublishers.ofString("{\"filter\":\"HelperEmail eq 'ada'\"}"));
        assertThat(server.send(request).statusCode()).isEqualTo(200);
        request.POST(BodyPublishers.ofString("{\"filter\":\"?\"}"));
        assertRefused(server.send(request), ErrorCode.MODEL_VALIDATION_FAILURE);

        assertThat(audited(log))
                .containsExactly(
                        "INFO %s Sessions were read operation=\"%s\" tenant=\"%s\" caller=\"%s\" app=\"ID\" rows=\"0\""
                                .formatted(
                                        SessionReportResource.AUDIT, OPERATION, RunningServer.TENANT, CallerKind.USER));
    }

    /** Returns the lines of the audit log, with ID in place of the application's id. */
    static List<String> audited(LogCapture log) {
        return log.text()
                .lines()
                .filter(line -> line.contains(SessionReportResource.AUDIT) && line.startsWith("INFO"))
                .map(line -> line.replaceAll("app=\"[-0-9a-f]{36}\"", "app=\"ID\""))
                .toList();
    }
}
