package dev.remoteassistance.contract.replay;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.pact.PactFolder;
import dev.remoteassistance.contract.pact.Verification;
import dev.remoteassistance.contract.pact.Verification.Outcome;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verifies pacts of other Pact implementations: with generators of bodies and headers, and with pending interactions.
 */
class ProviderVerificationTest {

    private static final String CONTRACT = """
            openapi: 3.0.3
            info: {title: Orders, version: 1.0.0}
            paths:
              /orders:
                post:
                  requestBody: {content: {application/json: {schema: {type: object, additionalProperties: true}}}}
                  responses: {'204': {description: Taken.}}
            """;

    @TempDir
    Path folder;

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void start() {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204)));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void generatesValuesOfBodies() throws IOException {
        Verification verification = verify(
                "3.0.0",
                "'body': {'id': 'x', 'at': 'y'}, 'headers': {'Content-Type': 'application/json'}, 'generators': {'body': {"
                        + "'$.id': {'type': 'Uuid'},"
                        + " '$.at': {'type': 'DateTime', 'format': 'yyyy-MM-dd\\u0027T\\u0027HH:mm:ssXXX'}}}",
                "");

        assertThat(verification.faults()).isEmpty();
        JsonNode body = new JsonMapper().readTree(sent().getBodyAsString());
        assertThat(UUID.fromString(body.get("id").asText()))
                .hasToString(body.get("id").asText());
        assertThat(OffsetDateTime.parse(body.get("at").asText())).isNotNull();
    }

    @Test
    void generatesHeadersThatAreNamedByPaths() throws IOException {
        Verification verification = verify(
                "4.0",
                "'headers': {'Authorization': ['Bearer example'], 'X-Trace': ['example']}, 'generators': {'header': {"
                        + "'$.Authorization[0]': {'type': 'ProviderState', 'expression': 'Bearer ${token}', 'dataType': 'STRING'},"
                        + " '$[\\u0027X-Trace\\u0027][0]': {'type': 'ProviderState', 'expression': '${token}', 'dataType': 'STRING'}}}",
                "'providerStates': [{'name': 'a caller'}]");

        assertThat(verification.faults()).isEmpty();
        assertThat(List.of("Authorization", "X-Trace"))
                .extracting(name -> sent().getHeader(name))
                .containsExactly("Bearer t1", "t1");
    }

    @Test
    void doesNotCountWhatIsPendingAndNotFulfilledYet() throws IOException {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));

        Verification pending = verify("4.0", "'headers': {}", "'pending': true");
        Verification due = verify("4.0", "'headers': {}", "'pending': false");

        assertThat(pending.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(pending.faults()).first().isEqualTo("pending: expected status of 204 but was 500");
        assertThat(due.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(due.faults()).first().isEqualTo("expected status of 204 but was 500");
    }

    @Test
    void countsWhatIsPendingAndFulfilled() throws IOException {
        assertThat(verify("4.0", "'headers': {}", "'pending': true").outcome()).isEqualTo(Outcome.PASSED);
    }

    private LoggedRequest sent() {
        return server.findAll(com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl()))
                .get(0);
    }

    private Verification verify(String version, String request, String interaction) throws IOException {
        String pact =
                ("{'consumer': {'name': 'c'}, 'provider': {'name': 'p'}, 'interactions': [{'type': 'Synchronous/HTTP',"
                                + " 'description': 'one', 'request': {'method': 'POST', 'path': '/orders', %s},"
                                + " 'response': {'status': 204}%s}], 'metadata': {'pactSpecification': {'version': '%s'}}}")
                        .formatted(request, interaction.isEmpty() ? "" : ", " + interaction, version)
                        .replace('\'', '"');
        Path pacts = Files.createDirectories(folder.resolve("pacts"));
        Files.writeString(pacts.resolve("c-p.json"), pact);
        Path contract = Files.writeString(folder.resolve("contract.yaml"), CONTRACT);
        CrossCheck check = new CrossCheck(ContractDocument.read(contract));
        return new ProviderVerification(check, new Orders(URI.create(server.baseUrl())))
                .verify(PactFolder.read(pacts).get(0));
    }

    private record Orders(URI root) implements ProviderUnderTest {
        @Override
        public Optional<Map<String, Object>> prepare(String state, Map<String, Object> parameters) {
            return Optional.of(Map.of("token", "t1"));
        }
    }
}
