package dev.remoteassistance.contract.second;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.pact.PactBrokerPacts;
import dev.remoteassistance.contract.pact.Verification;
import dev.remoteassistance.contract.replay.ProviderVerification;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pacts come from a broker if one is set, and the results are published to it if publishing is set. */
class LibraryBrokerTest {

    private static final String PROVIDER = "library";
    private static final String PACT = "/pacts/provider/library/consumer/reading-app/version/1";
    private static final String RESULTS = PACT + "/results";

    private final WireMockServer broker =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final Library library = new Library();
    private final Properties before = (Properties) System.getProperties().clone();

    @BeforeEach
    void start() throws IOException {
        broker.start();
        broker.stubFor(get(urlEqualTo("/"))
                .withHeader("Authorization", equalTo("Bearer broker-token"))
                .willReturn(okJson(links(
                        Map.of("pb:provider-pacts-for-verification", "/pacts/provider/{provider}/for-verification")))));
        broker.stubFor(post(urlEqualTo("/pacts/provider/library/for-verification"))
                .willReturn(okJson("{\"_embedded\":{\"pacts\":[" + links(Map.of("self", PACT)) + "]}}")));
        ObjectNode pact = (ObjectNode) new ObjectMapper()
                .readTree(
                        Library.FOLDER.resolve("pacts/reading-app-library.json").toFile());
        pact.setAll((ObjectNode)
                new ObjectMapper().readTree(links(Map.of("self", PACT, "pb:publish-verification-results", RESULTS))));
        broker.stubFor(get(urlEqualTo(PACT)).willReturn(okJson(pact.toString())));
        broker.stubFor(post(urlEqualTo(RESULTS)).willReturn(okJson("{}").withStatus(201)));
        set("pactbroker.url", broker.baseUrl());
        set("pactbroker.auth.token", "broker-token");
    }

    @AfterEach
    void stop() {
        // The tests that follow need the properties of the build.
        System.setProperties(before);
        broker.stop();
        library.close();
    }

    @Test
    void noBrokerIsAskedUnlessOneIsSet() {
        System.clearProperty("pactbroker.url");

        assertThat(PactBrokerPacts.read(PROVIDER)).isEmpty();
        assertThat(broker.getAllServeEvents()).isEmpty();
    }

    @Test
    void pactsOfTheBrokerAreVerified() {
        assertThat(verify()).singleElement().satisfies(result -> {
            assertThat(result.interaction().name()).isEqualTo("reading-app: the loans of a member");
            assertThat(result.passed()).isTrue();
        });
    }

    @Test
    void brokerThatRefusesIsNoSuccess() {
        broker.stubFor(get(urlEqualTo("/")).willReturn(unauthorized()));

        assertThatThrownBy(() -> PactBrokerPacts.read(PROVIDER)).hasMessage("the Pact Broker cannot be asked");
    }

    @Test
    void successIsPublishedUnderTheVersion() {
        publish(true);

        broker.verify(postRequestedFor(urlEqualTo(RESULTS))
                .withRequestBody(matchingJsonPath("$.success", equalTo("true")))
                .withRequestBody(matchingJsonPath("$.providerApplicationVersion", equalTo("1.2.3"))));
    }

    @Test
    void failureIsPublishedAsOne() {
        library.answerLoans(Library.json(404, "{\"code\":\"nobody\"}"));

        publish(true);

        broker.verify(
                postRequestedFor(urlEqualTo(RESULTS)).withRequestBody(matchingJsonPath("$.success", equalTo("false"))));
    }

    @Test
    void nothingIsPublishedUnlessItIsAskedFor() {
        publish(false);

        broker.verify(0, postRequestedFor(urlEqualTo(RESULTS)));
    }

    private void publish(boolean asked) {
        set("pact.verifier.publishResults", String.valueOf(asked));
        set("pact.provider.version", "1.2.3");
        PactBrokerPacts.publish(verify());
    }

    private List<Verification> verify() {
        ProviderVerification verification = new ProviderVerification(new CrossCheck(Library.CONTRACT), library);
        List<ConsumerInteraction> interactions = PactBrokerPacts.read(PROVIDER);
        return interactions.stream().map(verification::verify).toList();
    }

    private static void set(String name, String value) {
        System.setProperty(name, value);
    }

    private String links(Map<String, String> links) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        links.forEach((name, path) -> node.withObject("_links")
                .putObject(name)
                .put("href", broker.baseUrl() + path)
                .put("templated", path.contains("{")));
        return node.toString();
    }
}
