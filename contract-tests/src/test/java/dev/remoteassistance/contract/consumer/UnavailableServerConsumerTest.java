package dev.remoteassistance.contract.consumer;

import static dev.remoteassistance.contract.consumer.Expectations.refused;
import static dev.remoteassistance.contract.consumer.Expectations.request;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.remoteassistance.client.ServerException;
import dev.remoteassistance.contract.state.ProviderStates;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import org.junit.jupiter.api.Test;

/** A helper's app that meets a server in trouble, and must know whether to retry. */
@PactConsumerTest
@PactTestFor(providerName = ProviderStates.PROVIDER, pactVersion = PactSpecVersion.V4)
public class UnavailableServerConsumerTest {

    private static final String CONSUMER = "helper-app";
    private static final String BODY = "{\"reportingPayload\":{\"id\":\"a\"}}";

    @Pact(consumer = CONSUMER)
    V4Pact withoutStore(PactDslWithProvider builder) {
        return refused(
                        request(builder, ProviderStates.STORE_IS_DOWN, "a report that cannot be stored now", BODY)
                                .willRespondWith()
                                .matchHeader("Retry-After", "\\d+", "5"),
                        503,
                        "ServiceUnavailable")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "withoutStore")
    void unavailableStoreSaysWhenToComeAgain(MockServer server) {
        assertThat(ClientUnderTest.refusal(ServerException.class, server, new RemoteAssistanceReporting().id("a"))
                        .retryAfter())
                .isPresent();
    }

    @Pact(consumer = CONSUMER)
    V4Pact withFault(PactDslWithProvider builder) {
        return refused(
                        request(builder, ProviderStates.SERVER_HAS_A_FAULT, "a report that meets a fault", BODY)
                                .willRespondWith(),
                        500,
                        "InternalServerError")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "withFault")
    void faultOfTheServerIsToldApart(MockServer server) {
        ClientUnderTest.refusal(ServerException.class, server, new RemoteAssistanceReporting().id("a"));
    }
}
