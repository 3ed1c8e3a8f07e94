package dev.remoteassistance.contract.consumer;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.contract.state.ProviderStates;
import dev.remoteassistance.model.EnrollmentState;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.RemoteAssistanceSessionType;
import dev.remoteassistance.model.json.JsonPolicy;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An archive that imports the model alone, and reads exported reports as messages. */
@PactConsumerTest
@PactTestFor(
        providerName = ProviderStates.PROVIDER,
        providerType = ProviderType.ASYNCH,
        pactVersion = PactSpecVersion.V4)
class ReportArchiveConsumerTest {

    static final String EXPORTED_REPORT = "an exported report";

    private final JsonMapper mapper = JsonPolicy.newMapper();

    @Pact(consumer = "report-archive")
    V4Pact exportedReport(PactBuilder builder) {
        return builder.usingLegacyMessageDsl()
                .given(ProviderStates.REPORT_IS_STORED)
                .expectsToReceive(EXPORTED_REPORT)
                .withContent(newJsonBody(line -> {
                            line.stringType("tenantId", "11111111-1111-1111-1111-111111111111");
                            line.stringType("id", "Id value");
                            line.stringMatcher(
                                    "receivedAt",
                                    "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z",
                                    "2026-01-01T00:00:00.000000Z");
                            line.booleanType("current", true);
                            line.object("payload", payload -> {
                                payload.stringType("id", "Id value");
                                payload.stringMatcher(
                                        "startDateTime",
                                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)",
                                        "2016-12-31T23:58:46.7156189-08:00");
                                payload.stringMatcher(
                                        "remoteAssistanceSessionType",
                                        "viewOnly|fullControl|elevation|unattended",
                                        "fullControl");
                                payload.stringMatcher(
                                        "helperEnrollmentState",
                                        "unknown|enrolled|pendingReset|failed|notContacted|blocked",
                                        "enrolled");
                                payload.stringType("helperEmail", "Helper Email value");
                            });
                        })
                        .build())
                .toPact();
    }

    @Test
    @PactTestFor(pactMethod = "exportedReport")
    void readsAnExportedReport(List<V4Interaction.AsynchronousMessage> messages) throws IOException {
        JsonNode line = mapper.readTree(messages.get(0).contentsAsBytes());
        RemoteAssistanceReporting payload = mapper.treeToValue(line.get("payload"), RemoteAssistanceReporting.class);

        assertThat(payload.getId()).isEqualTo("Id value");
        assertThat(payload.getStartDateTime()).isEqualTo(OffsetDateTime.parse("2016-12-31T23:58:46.7156189-08:00"));
        assertThat(payload.getRemoteAssistanceSessionType()).isSameAs(RemoteAssistanceSessionType.FULL_CONTROL);
        assertThat(payload.getHelperEnrollmentState()).isSameAs(EnrollmentState.ENROLLED);
    }
}
