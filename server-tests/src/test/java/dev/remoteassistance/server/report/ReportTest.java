package dev.remoteassistance.server.report;

import static dev.remoteassistance.server.RunningServer.CONTRACT;
import static dev.remoteassistance.server.RunningServer.OPERATION;
import static dev.remoteassistance.server.report.AcceptedReport.assertAccepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.store.StoredReport;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what is stored of the reports that are sent. */
class ReportTest {

    @RegisterExtension
    final RunningServer server = new RunningServer();

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({"2021-10-20props.json, 1044", "2024-05-27props.json, 1425"})
    void storesTheDocumentedExamplesAsTheyWereSent(String name, int documentedLength) throws IOException {
        String example = example(name);
        byte[] asDocumented = example.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        assertThat(asDocumented).hasSize(documentedLength);

        HttpResponse<String> response = server.post(asDocumented);

        assertAccepted(response);
        assertThat(server.stored()).singleElement().satisfies(report -> {
            assertThat(tree(report.payload())).isEqualTo(tree(example).required("reportingPayload"));
            assertThat(report.tenantId()).isEqualTo(RunningServer.TENANT);
            assertThat(report.id()).isEqualTo("Id value");
            assertThat(report.current()).isTrue();
            assertThat(report.receivedAt()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        });
    }

    @Test
    void storesTheSameReportOnce() {
        for (int i = 0; i < 3; i++) {
            assertAccepted(server.post(CONTRACT.example(OPERATION)));
        }
        // The order of properties, white space and the spelling of an equal date-time do not belong to the content.
        assertAccepted(server.post("{\"reportingPayload\":{\"id\":\"a\",\"x\":{\"b\":1,\"a\":2},\"y\":null,"
                + "\"startDateTime\":\"2017-01-01T00:00:00.50+00:00\"}}"));
        assertAccepted(server.post("{ \"reportingPayload\": {\"y\":null, \"startDateTime\":\"2017-01-01T00:00:00.5Z\","
                + " \"x\":{\"a\":2,\"b\":1}, \"helperOs\":null, \"id\":\"a\"} }"));

        assertThat(server.stored()).hasSize(2);
    }

    @Test
    void keepsAnAmendedReportBesideTheFirst() {
        assertAccepted(server.post("{\"reportingPayload\":{\"id\":\"a\",\"helperOs\":\"first\"}}"));
        assertAccepted(server.post("{\"reportingPayload\":{\"id\":\"b\"}}"));
        assertAccepted(server.post("{\"reportingPayload\":{\"id\":\"a\",\"helperOs\":\"second\"}}"));
        // A late retry adds nothing, and makes no earlier amendment current again.
        assertAccepted(server.post("{\"reportingPayload\":{\"id\":\"a\",\"helperOs\":\"first\"}}"));

        assertThat(server.stored())
                .extracting(StoredReport::payload, StoredReport::current)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("{\"id\":\"a\",\"helperOs\":\"first\"}", false),
                        org.assertj.core.groups.Tuple.tuple("{\"id\":\"b\"}", true),
                        org.assertj.core.groups.Tuple.tuple("{\"id\":\"a\",\"helperOs\":\"second\"}", true));
    }

    @Test
    void takesTheTenantFromTheTokenNeverFromTheBody() {
        String body = "{\"reportingPayload\":{\"id\":\"a\",\"helperTenantId\":\"%s\",\"tenantId\":\"%s\"}}"
                .formatted(RunningServer.TENANT, RunningServer.TENANT);
        String permission = RunningServer.firstPermission();
        for (String tenant : new String[] {RunningServer.TENANT, RunningServer.OTHER_TENANT}) {
            assertAccepted(server.send(server.request()
                    .setHeader("Authorization", "Bearer " + server.token(CallerKind.USER, tenant, permission))
                    .POST(BodyPublishers.ofString(body))));
        }

        assertThat(server.stored())
                .extracting(StoredReport::tenantId, StoredReport::id, StoredReport::current)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(RunningServer.TENANT, "a", true),
                        org.assertj.core.groups.Tuple.tuple(RunningServer.OTHER_TENANT, "a", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"\u0416\uD83D\uDE80\\u0000\\\"\",\"helperOs\":\"\"}",
                "{\"id\":\"a\",\"n\":[1E+400,12E2147483647,12345678901234567890123,0.10,-0,null,true,{\"k\":{\"k\":[]}}]}",
                "{\"id\":\"a\",\"x\":\"\\ud800\"}",
                "{\"id\":\"a\",\"helperEmail\":\"no address\",\"helperTenantId\":\"no guid\"}",
            })
    void losesNothing(String payload) throws IOException {
        assertAccepted(server.post("{\"reportingPayload\":" + payload + "}"));

        assertThat(server.stored())
                .singleElement()
                .satisfies(report -> assertThat(exact(report.payload())).isEqualTo(exact(payload)));
    }

    private static String example(String name) throws IOException {
        try (InputStream body = ReportTest.class.getClassLoader().getResourceAsStream("openapi/examples/" + name)) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private JsonNode tree(String text) throws IOException {
        return json.readTree(text);
    }

    /** Parses JSON, and keeps all digits of numbers. */
    private JsonNode exact(String text) throws IOException {
        return dev.remoteassistance.model.json.JsonPolicy.newMapper().readTree(text);
    }
}
