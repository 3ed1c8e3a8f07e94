package dev.remoteassistance.contract.consumer;

import static dev.remoteassistance.contract.consumer.Expectations.request;
import static dev.remoteassistance.contract.consumer.Expectations.stored;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.remoteassistance.contract.state.ProviderStates;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A helper's app that reports a session again, because it lost the response or has learned more since. */
@PactConsumerTest
@PactTestFor(providerName = ProviderStates.PROVIDER, pactVersion = PactSpecVersion.V4)
public class RepeatingAppConsumerTest {

    private static final String CONSUMER = "repeating-app";

    private static final Map<String, Object> REPORTED = Map.of("id", "a", "helperOs", "Windows 10");
    private static final String SAME = "{\"reportingPayload\":{\"helperOs\":\"Windows 10\",\"id\":\"a\"}}";
    private static final String AMENDED = "{\"reportingPayload\":{\"id\":\"a\",\"helperOs\":\"Windows 11\"}}";

    @Pact(consumer = CONSUMER)
    V4Pact sameReport(PactDslWithProvider builder) {
        return after(builder, "the same report again", SAME);
    }

    @Test
    @PactTestFor(pactMethod = "sameReport")
    void sameReportIsTaken(MockServer server) throws IOException {
        ClientUnderTest.at(server).report(ClientUnderTest.payload(SAME));
    }

    @Pact(consumer = CONSUMER)
    V4Pact amendedReport(PactDslWithProvider builder) {
        return after(builder, "an amendment of the report", AMENDED);
    }

    @Test
    @PactTestFor(pactMethod = "amendedReport")
    void amendmentIsTaken(MockServer server) throws IOException {
        ClientUnderTest.at(server).report(ClientUnderTest.payload(AMENDED));
    }

    private static V4Pact after(PactDslWithProvider builder, String description, String body) {
        return stored(request(
                                builder.given(
                                        ProviderStates.USER_HAS_REPORTED, Map.of(ProviderStates.REPORT, REPORTED)),
                                description,
                                body)
                        .willRespondWith())
                .toPact(V4Pact.class);
    }
}
