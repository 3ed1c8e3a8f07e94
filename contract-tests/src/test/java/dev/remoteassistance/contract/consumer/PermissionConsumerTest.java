package dev.remoteassistance.contract.consumer;

import static dev.remoteassistance.contract.consumer.Expectations.PATH;
import static dev.remoteassistance.contract.consumer.Expectations.fromTheClient;
import static dev.remoteassistance.contract.consumer.Expectations.stored;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslResponse;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.remoteassistance.client.RemoteAssistanceClient;
import dev.remoteassistance.contract.state.ProviderStates;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Apps that each hold one documented permission, delegated or as an application permission. */
@PactConsumerTest
@PactTestFor(providerName = ProviderStates.PROVIDER, pactVersion = PactSpecVersion.V4)
public class PermissionConsumerTest {

    private static final List<String> PERMISSIONS = List.of(
            "DeviceManagementServiceConfig.Read.All",
            "DeviceManagementServiceConfig.ReadWrite.All",
            "DeviceManagementConfiguration.Read.All");

    private static final List<String> STATES =
            List.of(ProviderStates.USER_WITH_PERMISSION, ProviderStates.APP_WITH_PERMISSION);

    @Pact(consumer = "apps-with-one-permission")
    V4Pact eachPermission(PactDslWithProvider builder) {
        PactDslResponse last = null;
        for (String state : STATES) {
            for (String permission : PERMISSIONS) {
                var next = last == null
                        ? builder.given(state, Map.of(ProviderStates.PERMISSION, permission))
                        : last.given(state, Map.of(ProviderStates.PERMISSION, permission));
                last = stored(fromTheClient(next.uponReceiving("a report, where " + state + " " + permission)
                                .method("POST")
                                .path(PATH))
                        .body(body(state, permission), "application/json")
                        .willRespondWith());
            }
        }
        return last.toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "eachPermission")
    void eachPermissionSuffices(MockServer server) {
        RemoteAssistanceClient client = ClientUnderTest.at(server);
        for (String state : STATES) {
            for (String permission : PERMISSIONS) {
                client.report(new RemoteAssistanceReporting().id(id(state, permission)));
            }
        }
    }

    private static String body(String state, String permission) {
        return "{\"reportingPayload\":{\"id\":\"" + id(state, permission) + "\"}}";
    }

    /** Tells the mock which of the interactions is meant. */
    private static String id(String state, String permission) {
        return state + " " + permission;
    }
}
