package dev.remoteassistance.contract.consumer;

import static dev.remoteassistance.contract.consumer.Expectations.example;
import static dev.remoteassistance.contract.consumer.Expectations.stored;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.state.ProviderStates;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A caller without the client, as there are many today: it sends what the client never would. */
@PactConsumerTest
@PactTestFor(providerName = ProviderStates.PROVIDER, pactVersion = PactSpecVersion.V4)
class HandWrittenCallerConsumerTest {

    private static final String CONSUMER = "hand-written-caller";
    private static final String BODY = "{\"reportingPayload\":{\"id\":\"a\"}}";

    private static final String SHORT_ID = "~";
    private static final String LONG_ID = "!".repeat(127) + "a";

    private static final RawRequest IN_GRAPHS_MEDIA_TYPE = RawRequest.of(BODY)
            .with("Content-Type", "application/json;odata.metadata=minimal")
            .with("Accept", "*/*");

    @Pact(consumer = CONSUMER)
    V4Pact inGraphsMediaType(PactDslWithProvider builder) {
        return stored(IN_GRAPHS_MEDIA_TYPE
                        .in(builder.given(ProviderStates.USER_MAY_REPORT), "a report in Graph's media type")
                        .willRespondWith())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "inGraphsMediaType")
    void graphsMediaTypeIsTaken(MockServer server) throws Exception {
        assertThat(IN_GRAPHS_MEDIA_TYPE.send(server).statusCode()).isEqualTo(204);
    }

    @Pact(consumer = CONSUMER)
    V4Pact ofNulls(PactDslWithProvider builder) throws IOException {
        return stored(RawRequest.of(nulls())
                        .in(builder.given(ProviderStates.APP_MAY_REPORT), "a report that is null but for its id")
                        .willRespondWith())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "ofNulls")
    void nullsAreTaken(MockServer server) throws Exception {
        assertThat(RawRequest.of(nulls()).send(server).statusCode()).isEqualTo(204);
    }

    private static String nulls() throws IOException {
        ObjectNode body = (ObjectNode) new ObjectMapper().readTree(example("2024-05-27props.json"));
        ObjectNode payload = (ObjectNode) body.required("reportingPayload");
        payload.fieldNames().forEachRemaining(name -> {
            if (!name.equals("id")) {
                payload.putNull(name);
            }
        });
        AddedProperties.read().putNulls(payload);
        return body.toString();
    }

    @Pact(consumer = CONSUMER)
    V4Pact ofAddedProperties(PactDslWithProvider builder) throws IOException {
        PactDslResponse before = null;
        for (String body : AddedProperties.read().bodies()) {
            PactDslWithState given = before == null
                    ? builder.given(ProviderStates.APP_MAY_REPORT)
                    : before.given(ProviderStates.APP_MAY_REPORT);
            before = stored(RawRequest.of(body)
                    .in(given, "a report of added properties " + body)
                    .willRespondWith());
        }
        return before.toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "ofAddedProperties")
    void addedPropertiesAreTaken(MockServer server) throws Exception {
        for (String body : AddedProperties.read().bodies()) {
            assertThat(RawRequest.of(body).send(server).statusCode()).isEqualTo(204);
        }
    }

    @Pact(consumer = CONSUMER)
    V4Pact withShortId(PactDslWithProvider builder) {
        return echoed(builder, "a report with the shortest client-request-id", SHORT_ID);
    }

    @Test
    @PactTestFor(pactMethod = "withShortId")
    void shortIdIsEchoed(MockServer server) throws Exception {
        assertEcho(server, SHORT_ID);
    }

    @Pact(consumer = CONSUMER)
    V4Pact withLongId(PactDslWithProvider builder) {
        return echoed(builder, "a report with the longest client-request-id", LONG_ID);
    }

    @Test
    @PactTestFor(pactMethod = "withLongId")
    void longIdIsEchoed(MockServer server) throws Exception {
        assertEcho(server, LONG_ID);
    }

    private static V4Pact echoed(PactDslWithProvider builder, String description, String id) {
        return Expectations.named(
                        named(id)
                                .in(builder.given(ProviderStates.USER_MAY_REPORT), description)
                                .willRespondWith()
                                .status(204),
                        id)
                .toPact(V4Pact.class);
    }

    private static void assertEcho(MockServer server, String id) throws Exception {
        assertThat(named(id).send(server).headers().firstValue("client-request-id"))
                .contains(id);
    }

    private static RawRequest named(String id) {
        return RawRequest.of(BODY).with("client-request-id", id);
    }
}
