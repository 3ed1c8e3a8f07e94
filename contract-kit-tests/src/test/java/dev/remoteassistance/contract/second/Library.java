package dev.remoteassistance.contract.second;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.remoteassistance.contract.ledger.Grant;
import dev.remoteassistance.contract.pact.ConsumerInteraction;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.pact.PactFolder;
import dev.remoteassistance.contract.pact.Verification;
import dev.remoteassistance.contract.replay.ProviderUnderTest;
import dev.remoteassistance.contract.replay.ProviderVerification;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Another API with its own contract, pacts and provider, to show that the kit is not made for one API. */
final class Library implements ProviderUnderTest, AutoCloseable {

    static final Path FOLDER = Path.of("src/test/resources/second-contract");
    static final ContractDocument CONTRACT = ContractDocument.read(FOLDER.resolve("library-loans.yaml"));
    static final List<ConsumerInteraction> PACTS = PactFolder.read(FOLDER.resolve("pacts"));

    /** The callers send a card, of which the tests need only the scope. */
    static final Grant.Reader CARDS = exchange ->
            exchange.requestHeader("Authorization").map(card -> new Grant("password", Set.of("loans.write")));

    private static final String LOAN = "{\"id\":\"1\",\"due\":\"2026-11-30\",\"state\":\"out\"}";
    private static final String LOANS =
            "[{\"id\":\"1\",\"due\":\"2026-11-30\",\"fee\":12.5,\"book\":{\"title\":\"Emma\",\"cover\":\"red\"}}]";

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    Library() {
        server.start();
        answerLoans(json(200, LOANS).withHeader("ETag", "\"abc\""));
        server.stubFor(post(urlPathEqualTo("/members/m0002/loans")).willReturn(json(201, LOAN)));
        server.stubFor(post(urlPathEqualTo("/members/m0002/loans"))
                .withRequestBody(containing("9780000000003"))
                .willReturn(json(409, "{\"code\":\"out\"}")));
    }

    /** Sets the response to requests for a member's loans. */
    void answerLoans(ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlPathEqualTo("/members/m0001/loans")).willReturn(answer));
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    List<Verification> verify() {
        ProviderVerification verification = new ProviderVerification(new CrossCheck(CONTRACT), this);
        return PACTS.stream().map(verification::verify).toList();
    }

    @Override
    public Optional<Map<String, Object>> prepare(String state, Map<String, Object> parameters) {
        return state.equals("a caller has") ? Optional.of(Map.of()) : Optional.empty();
    }

    @Override
    public URI root() {
        return URI.create(server.baseUrl());
    }

    @Override
    public void close() {
        server.stop();
    }
}
