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
import dev.remoteassistance.client.ThrottledException;
import dev.remoteassistance.contract.state.ProviderStates;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A helper's app whose tenant sends too much, and that must know how long to wait. */
@PactConsumerTest
@PactTestFor(providerName = ProviderStates.PROVIDER, pactVersion = PactSpecVersion.V4)
class ThrottledTenantConsumerTest {

    @Pact(consumer = "helper-app")
    V4Pact throttled(PactDslWithProvider builder) {
        return refused(
                        request(
                                        builder,
                                        ProviderStates.TENANT_IS_THROTTLED,
                                        "a report over the tenant's share",
                                        "{\"reportingPayload\":{\"id\":\"a\"}}")
                                .willRespondWith()
                                .matchHeader("Retry-After", "[1-9]\\d*", "17"),
                        429,
                        "TooManyRequests")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "throttled")
    void throttlingSaysWhenToComeAgain(MockServer server) {
        assertThat(ClientUnderTest.refusal(ThrottledException.class, server, new RemoteAssistanceReporting().id("a"))
                        .retryAfter())
                .hasValue(Duration.ofSeconds(17));
    }
}
