package dev.remoteassistance.contract.replay;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.pact.PactFolder;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An {@code application/octet-stream} answer whose schema is an object is validated and compared as JSON. */
class JsonBytesTest {

    private static final String CONTRACT = """
            openapi: 3.0.3
            info: {title: Orders, version: 1.0.0}
            paths:
              /orders:
                get:
                  responses:
                    '200':
                      description: Orders.
                      content:
                        application/octet-stream: {schema: {$ref: '#/components/schemas/Orders'}}
                        application/json: {schema: {type: object, required: [value], properties: {value: {type: string}}}}
              /picture:
                get:
                  responses:
                    '200':
                      description: A picture.
                      content:
                        application/octet-stream: {schema: {type: string, format: binary}}
            components:
              schemas:
                Orders:
                  type: object
                  additionalProperties: false
                  required: [count, names]
                  properties:
                    count: {type: integer}
                    names: {type: array, items: {type: string, maxLength: 3}}
            """;

    /** The body as Pact implementations write it: its own media type may differ from that of the header. */
    private static final String V4_BODY = "{'content': %s, 'contentType': 'application/json', 'encoded': false}";

    @TempDir
    Path folder;

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0.0", "4.0"})
    void areComparedAsJson(String version) throws IOException {
        assertThat(faults(version, "/orders", "{'count': 1, 'names': ['é']}", "{\"names\": [\"é\"],  \"count\": 2}"))
                .isEmpty();
        assertThat(faults(version, "/orders", "{'count': 1, 'names': ['a']}", "{\"names\": [\"b\"], \"count\": 2}"))
                .containsExactly("Expected 'b' (String) to be equal to 'a' (String)");
    }

    @Test
    void areHeldAgainstTheirSchema() throws IOException {
        assertThat(faults("4.0", "/orders", "{'count': 1}", "{\"names\": [\"long\"], \"count\": 2}"))
                .containsExactly(
                        "validation.response.body.schema.maxLength: [Path '/names/0'] String \"long\" is too long"
                                + " (length: 4, maximum allowed: 3)");
        assertThat(faults("4.0", "/orders", "{'count': 1}", "{\"count\": 2}"))
                .containsExactly("validation.response.body.schema.required: Object has missing required properties"
                        + " ([\"names\"])");
    }

    @Test
    void inAnotherMediaTypeAreNotWhatIsExpected() throws IOException {
        server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "text/plain")
                        .withBody("{\"count\": 1, \"names\": []}")));

        assertThat(verified("4.0", "/orders", "{'count': 1}"))
                .contains(
                        "validation.response.contentType.notAllowed: Response Content-Type header 'text/plain' does not"
                                + " match any allowed types. Must be one of: [application/json, application/octet-stream].");
    }

    @Test
    void ofAPactAreHeldAgainstTheirSchema() throws IOException {
        assertThat(crossChecked("4.0", "/orders", "{'count': 1, 'names': ['a']}"))
                .isEmpty();
        assertThat(crossChecked("4.0", "/orders", "{'count': 'many'}"))
                .containsExactly("validation.response.body.schema.type: [Path '/count'] Instance type (string) does not"
                        + " match any allowed primitive type (allowed: [\"integer\"])");
        assertThat(crossChecked("3.0.0", "/orders", "{'count': 'many'}")).hasSize(1);
    }

    @Test
    void thatMeanAnythingAreComparedAsTheyAre() throws IOException {
        assertThat(faults("3.0.0", "/picture", "'eyJjb3VudCI6MX0='", "{\"count\":1}"))
                .isEmpty();
        assertThat(faults("3.0.0", "/picture", "'eyJjb3VudCI6MX0='", "{\"count\": 1}"))
                .hasSize(1);
    }

    /** What is wrong with an answer of the media type that is expected. */
    private List<String> faults(String version, String path, String expected, String answered) throws IOException {
        server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/octet-stream")
                        .withBody(answered)));
        return verified(version, path, expected);
    }

    private List<String> verified(String version, String path, String expected) throws IOException {
        return new ProviderVerification(check(), new Orders(URI.create(server.baseUrl())))
                .verify(interaction(version, path, expected))
                .faults();
    }

    private List<String> crossChecked(String version, String path, String expected) throws IOException {
        return check().faults(interaction(version, path, expected).http().orElseThrow());
    }

    private CrossCheck check() throws IOException {
        return new CrossCheck(ContractDocument.read(Files.writeString(folder.resolve("contract.yaml"), CONTRACT)));
    }

    private ConsumerInteraction interaction(String version, String path, String body) throws IOException {
        boolean isV4 = version.equals("4.0");
        String pact =
                ("{'consumer': {'name': 'c'}, 'provider': {'name': 'p'}, 'interactions': [{'type': 'Synchronous/HTTP',"
                                + " 'description': 'one', 'request': {'method': 'GET', 'path': '%s'}, 'response': {"
                                + "'status': 200, 'headers': {'Content-Type': %s}, 'body': %s, 'matchingRules': {'body':"
                                + " {'$.count': {'combine': 'AND', 'matchers': [{'match': 'type'}]}}}}}],"
                                + " 'metadata': {'pactSpecification': {'version': '%s'}}}")
                        .formatted(
                                path,
                                isV4 ? "['application/octet-stream']" : "'application/octet-stream'",
                                isV4 ? V4_BODY.formatted(body) : body,
                                version)
                        .replace('\'', '"');
        Path pacts = Files.createDirectories(folder.resolve("pacts"));
        Files.writeString(pacts.resolve("c-p.json"), pact);
        return PactFolder.read(pacts).get(0);
    }

    private record Orders(URI root) implements ProviderUnderTest {
        @Override
        public Optional<Map<String, Object>> prepare(String state, Map<String, Object> parameters) {
            return Optional.of(Map.of());
        }
    }
}
