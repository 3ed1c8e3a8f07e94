package dev.remoteassistance.contract.consumer;

import static dev.remoteassistance.contract.consumer.Expectations.example;
import static dev.remoteassistance.contract.consumer.Expectations.request;
import static dev.remoteassistance.contract.consumer.Expectations.stored;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.state.ProviderStates;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A helper's app that sends all special values: the longest texts and all members of the enums. */
@PactConsumerTest
@PactTestFor(providerName = ProviderStates.PROVIDER, pactVersion = PactSpecVersion.V4)
public class HelperAppValuesConsumerTest {

    private static final String CONSUMER = "helper-app";

    /** Lengths count code points, not their units in UTF-16. */
    private static final String LONGEST = "\uD83D\uDE80".repeat(256);

    private static final String LONGEST_EMAIL = "h".repeat(300) + "@contoso.example.com";

    private static final Map<String, String> LONGEST_VALUES = Map.of(
            "@odata.type", "#microsoft.graph.remoteAssistanceReporting",
            "startDateTime", "2016-12-31T23:58:46.123456789-08:00",
            "endDateTime", "2017-01-01T00:03:30.123456789-08:00",
            "sessionCreateDateTime", "2016-12-31T23:59:28.123456789-08:00",
            "remoteAssistanceSessionType", "unattended",
            "helperEnrollmentState", "notContacted",
            "sharerEnrollmentState", "notContacted",
            "helperEmail", LONGEST_EMAIL,
            "sharerEmail", LONGEST_EMAIL);

    @Pact(consumer = CONSUMER)
    V4Pact longestValues(PactDslWithProvider builder) throws IOException {
        return stored(request(builder, ProviderStates.USER_MAY_REPORT, "a report of the longest values", longest())
                        .willRespondWith())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "longestValues")
    void longestValuesAreStored(MockServer server) throws IOException {
        ClientUnderTest.at(server).report(ClientUnderTest.payload(longest()));
    }

    private static String longest() throws IOException {
        ObjectNode body = (ObjectNode) new ObjectMapper().readTree(example("2024-05-27props.json"));
        ObjectNode payload = (ObjectNode) body.required("reportingPayload");
        payload.fieldNames().forEachRemaining(name -> payload.put(name, LONGEST_VALUES.getOrDefault(name, LONGEST)));
        return body.toString();
    }

    @Pact(consumer = CONSUMER)
    V4Pact viewOnly(PactDslWithProvider builder) {
        return members(builder, "viewOnly", "unknown");
    }

    @Test
    @PactTestFor(pactMethod = "viewOnly")
    void viewOnlyIsStored(MockServer server) throws IOException {
        report(server, "viewOnly", "unknown");
    }

    @Pact(consumer = CONSUMER)
    V4Pact fullControl(PactDslWithProvider builder) {
        return members(builder, "fullControl", "pendingReset");
    }

    @Test
    @PactTestFor(pactMethod = "fullControl")
    void fullControlIsStored(MockServer server) throws IOException {
        report(server, "fullControl", "pendingReset");
    }

    @Pact(consumer = CONSUMER)
    V4Pact elevation(PactDslWithProvider builder) {
        return members(builder, "elevation", "failed");
    }

    @Test
    @PactTestFor(pactMethod = "elevation")
    void elevationIsStored(MockServer server) throws IOException {
        report(server, "elevation", "failed");
    }

    @Pact(consumer = CONSUMER)
    V4Pact unattended(PactDslWithProvider builder) {
        return members(builder, "unattended", "blocked");
    }

    @Test
    @PactTestFor(pactMethod = "unattended")
    void unattendedIsStored(MockServer server) throws IOException {
        report(server, "unattended", "blocked");
    }

    private static V4Pact members(PactDslWithProvider builder, String type, String state) {
        return stored(request(
                                builder,
                                ProviderStates.APP_MAY_REPORT,
                                "a report of a session " + type + " between devices " + state,
                                body(type, state))
                        .willRespondWith())
                .toPact(V4Pact.class);
    }

    private static void report(MockServer server, String type, String state) throws IOException {
        ClientUnderTest.at(server).report(ClientUnderTest.payload(body(type, state)));
    }

    private static String body(String type, String state) {
        return "{\"reportingPayload\":{\"id\":\"a\",\"remoteAssistanceSessionType\":\"%s\",".formatted(type)
                + "\"helperEnrollmentState\":\"%1$s\",\"sharerEnrollmentState\":\"%1$s\"}}".formatted(state);
    }
}
