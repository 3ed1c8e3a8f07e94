package dev.remoteassistance.contract;

import static dev.remoteassistance.contract.Expectations.EXAMPLE_TOKEN;
import static dev.remoteassistance.contract.Expectations.PATH;
import static dev.remoteassistance.contract.Expectations.refused;
import static dev.remoteassistance.contract.Expectations.stored;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A caller without the client, as there are many today: it can make mistakes that the client cannot. */
@PactConsumerTest
@PactTestFor(providerName = ProviderStates.PROVIDER, pactVersion = PactSpecVersion.V4)
class HandWrittenCallerConsumerTest {

    private static final String CONSUMER = "hand-written-caller";
    private static final String BODY = "{\"reportingPayload\":{\"id\":\"a\"}}";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Pact(consumer = CONSUMER)
    V4Pact reportInGraphsMediaType(PactDslWithProvider builder) {
        return stored(authorized(builder, "a report in Graph's media type, with parameters")
                        .headers("Accept", "*/*")
                        .body(BODY, "application/json;odata.metadata=minimal")
                        .willRespondWith())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "reportInGraphsMediaType")
    void graphsMediaTypeIsStored(MockServer server) throws Exception {
        assertThat(status(request(server)
                        .header("Authorization", "Bearer " + EXAMPLE_TOKEN)
                        .header("Accept", "*/*")
                        .header("Content-Type", "application/json;odata.metadata=minimal")))
                .isEqualTo(204);
    }

    @Pact(consumer = CONSUMER)
    V4Pact reportWithoutToken(PactDslWithProvider builder) {
        return refused(
                        builder.uponReceiving("a report without a token")
                                .method("POST")
                                .path(PATH)
                                .body(BODY, "application/json")
                                .willRespondWith()
                                .headers(Map.of("WWW-Authenticate", "Bearer")),
                        401,
                        "InvalidAuthenticationToken")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "reportWithoutToken")
    void noTokenIsRefused(MockServer server) throws Exception {
        assertThat(status(request(server).header("Content-Type", "application/json")))
                .isEqualTo(401);
    }

    @Pact(consumer = CONSUMER)
    V4Pact reportAsText(PactDslWithProvider builder) {
        return refused(
                        builder.given(ProviderStates.USER_MAY_REPORT)
                                .uponReceiving("a report declared as text")
                                .method("POST")
                                .path(PATH)
                                .headerFromProviderState("Authorization", "Bearer ${token}", "Bearer " + EXAMPLE_TOKEN)
                                .body(BODY, "text/plain")
                                .willRespondWith(),
                        415,
                        "UnsupportedMediaType")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "reportAsText")
    void textIsRefused(MockServer server) throws Exception {
        assertThat(status(request(server)
                        .header("Authorization", "Bearer " + EXAMPLE_TOKEN)
                        .header("Content-Type", "text/plain")))
                .isEqualTo(415);
    }

    @Pact(consumer = CONSUMER)
    V4Pact reportThatAcceptsHtml(PactDslWithProvider builder) {
        return refused(
                        builder.given(ProviderStates.USER_MAY_REPORT)
                                .uponReceiving("a report whose caller accepts HTML only")
                                .method("POST")
                                .path(PATH)
                                .headerFromProviderState("Authorization", "Bearer ${token}", "Bearer " + EXAMPLE_TOKEN)
                                .headers("Accept", "text/html")
                                .body(BODY, "application/json")
                                .willRespondWith(),
                        406,
                        "NotAcceptable")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "reportThatAcceptsHtml")
    void htmlIsRefused(MockServer server) throws Exception {
        assertThat(status(request(server)
                        .header("Authorization", "Bearer " + EXAMPLE_TOKEN)
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/json")))
                .isEqualTo(406);
    }

    @Pact(consumer = CONSUMER)
    V4Pact brokenJson(PactDslWithProvider builder) {
        return refused(
                        builder.given(ProviderStates.USER_MAY_REPORT)
                                .uponReceiving("a body that is an array")
                                .method("POST")
                                .path(PATH)
                                .headerFromProviderState("Authorization", "Bearer ${token}", "Bearer " + EXAMPLE_TOKEN)
                                .body("[]", "application/json")
                                .willRespondWith(),
                        400,
                        "BadRequest")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "brokenJson")
    void anArrayIsRefused(MockServer server) throws Exception {
        assertThat(http.send(
                                request(server)
                                        .header("Authorization", "Bearer " + EXAMPLE_TOKEN)
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofString("[]"))
                                        .build(),
                                BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(400);
    }

    private static PactDslRequestWithPath authorized(PactDslWithProvider builder, String description) {
        return builder.given(ProviderStates.USER_MAY_REPORT)
                .uponReceiving(description)
                .method("POST")
                .path(PATH)
                .headerFromProviderState("Authorization", "Bearer ${token}", "Bearer " + EXAMPLE_TOKEN);
    }

    private static HttpRequest.Builder request(MockServer server) {
        return HttpRequest.newBuilder(URI.create(server.getUrl() + PATH));
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.POST(BodyPublishers.ofString(BODY)).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
