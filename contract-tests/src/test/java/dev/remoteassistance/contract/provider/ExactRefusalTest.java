package dev.remoteassistance.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.remoteassistance.contract.consumer.Expectations;
import dev.remoteassistance.contract.document.MissingSeconds;
import dev.remoteassistance.contract.state.CallerStates;
import dev.remoteassistance.contract.state.TestIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server refuses exactly what the contract refuses: each payload goes to the server, and to a validator that knows
 * only the contract, and both must agree.
 */
class ExactRefusalTest {

    private static final OpenApiInteractionValidator CONTRACT = OpenApiInteractionValidator.createForSpecificationUrl(
                    Path.of(System.getProperty("contract.file")).toUri().toString())
            .build();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String TOKEN = new CallerStates(() -> TestIssuer.SERVED_TENANT).user(CallerStates.PERMISSION);

    @TempDir
    static Path folder;

    private static ProviderServer server;

    @BeforeAll
    static void start() throws IOException {
        server = ProviderServer.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<String> values() {
        String[] texts = {"\"\"", "\"a\"", "\"" + "\uD83D\uDE80".repeat(256) + "\"", "\"" + "a".repeat(257) + "\""};
        String[] others = {"null", "1", "1.5", "true", "[]", "{}", "\"enrolled\"", "\"Enrolled\"", "\"fullControl\""};
        String[] dates = {
            "\"2016-12-31T23:58:46.7156189-08:00\"",
            "\"2016-12-31T23:58:46Z\"",
            "\"2016-12-31T23:58Z\"",
            "\"2017-02-29T23:58Z\"",
            "\"2017-02-29T23:58:46Z\"",
            "\"2016-12-31T23:58:46.1234567890Z\"",
            "\"2016-12-31T23:58:46\"",
            "\"2016-12-31t23:58:46z\"",
            "\"2016-12-31T24:00:00Z\"",
        };
        String[] properties = {
            "id",
            "@odata.type",
            "startDateTime",
            "remoteAssistanceSessionType",
            "helperEmail",
            "helperEnrollmentState",
            "sharerOs",
            "sessionDiagnosticCode",
            "undeclared",
        };
        return Stream.of(properties)
                .flatMap(property -> Stream.of(texts, others, dates)
                        .flatMap(Stream::of)
                        .map(value -> property.equals("id")
                                ? "{\"id\":" + value + "}"
                                : "{\"id\":\"a\",\"" + property + "\":" + value + "}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void serverAndContractAgreeOnPayloads(String payload) throws Exception {
        assertAgreement("{\"reportingPayload\":" + payload + "}");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void serverAndContractAgreeOnBodies(String body) throws Exception {
        assertAgreement(body);
    }

    static Stream<String> bodies() {
        return Stream.of(
                "{}",
                "[]",
                "null",
                "{\"reportingPayload\":null}",
                "{\"reportingPayload\":[]}",
                "{\"reportingPayload\":{}}",
                "{\"reportingPayload\":{\"id\":\"a\"}}",
                "{\"reportingPayload\":{\"id\":\"a\"},\"other\":1}",
                "{\"reportingPayload\":{\"id\":\"a\",\"@odata.type\":\"microsoft.graph.remoteAssistanceReporting\"}}",
                "{\"reportingPayload\":{\"id\":\"a\",\"@odata.type\":\"#microsoft.graph.remoteAssistanceReporting\"}}",
                "{\"reportingPayload\":{\"id\":\"a\",\"@odata.type\":\"##microsoft.graph.remoteAssistanceReporting\"}}",
                "{\"reportingPayload\":{\"id\":\"a\",\"additionalProperties\":{\"id\":1}}}");
    }

    @Test
    void bothVerdictsOccur() throws Exception {
        assertThat(contractAllows("{\"reportingPayload\":{\"id\":\"a\"}}")).isTrue();
        assertThat(contractAllows("{\"reportingPayload\":{\"id\":1}}")).isFalse();
    }

    private void assertAgreement(String body) throws Exception {
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(contractAllows(body) ? 204 : 400);
    }

    private static boolean contractAllows(String body) {
        ValidationReport report = CONTRACT.validateRequest(SimpleRequest.Builder.post(Expectations.PATH)
                .withAuthorization("Bearer token")
                .withContentType("application/json")
                .withBody(body)
                .build());
        return report.getMessages().stream().allMatch(MissingSeconds::isMeant);
    }

    private HttpResponse<String> post(String body) throws Exception {
        URI uri = server.root().resolve(Expectations.PATH);
        return HTTP.send(
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + TOKEN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
