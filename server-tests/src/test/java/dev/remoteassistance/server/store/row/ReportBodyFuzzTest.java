package dev.remoteassistance.server.store.row;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.body.BodyReading;
import dev.remoteassistance.server.http.RefusalException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Fuzzes the body: it is refused with a message that names no class, or it gets a stored form. That form reads back as
 * an equal report with the same digest.
 */
class ReportBodyFuzzTest {

    private static final JsonMapper MAPPER = JsonPolicy.newMapper();

    private static final List<String> INTERNALS =
            List.of("com.fasterxml", "dev.remoteassistance", "java.", "Exception");

    private final BodyReading reading = new BodyReading();

    @FuzzTest
    void isRefusedOrSurvives(byte[] body) throws JsonProcessingException {
        RemoteAssistanceReporting report;
        try {
            report = reading.read(body, ReportRemoteAssistanceRequest.class).getReportingPayload();
        } catch (RefusalException refusal) {
            assertThat(refusal.code().status()).isIn(400, 413);
            assertThat(refusal.getMessage()).isNotBlank();
            // The message repeats names of properties, which the sender chooses.
            String sent = new String(body, StandardCharsets.UTF_8);
            assertThat(INTERNALS).noneMatch(name -> refusal.getMessage().contains(name) && !sent.contains(name));
            return;
        }
        PayloadDocument stored = PayloadDocument.of(report);
        RemoteAssistanceReporting again = MAPPER.readValue(stored.json(), RemoteAssistanceReporting.class);
        assertThat(again).isEqualTo(report);
        assertThat(PayloadDocument.of(again).digest()).isEqualTo(stored.digest());
    }
}
