package dev.remoteassistance.contract.consumer;

import static dev.remoteassistance.contract.consumer.Expectations.example;
import static dev.remoteassistance.contract.consumer.Expectations.refused;
import static dev.remoteassistance.contract.consumer.Expectations.refusedFor;
import static dev.remoteassistance.contract.consumer.Expectations.request;
import static dev.remoteassistance.contract.consumer.Expectations.stored;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.remoteassistance.client.AuthenticationException;
import dev.remoteassistance.client.InvalidReportException;
import dev.remoteassistance.client.PermissionException;
import dev.remoteassistance.contract.state.ProviderStates;
import dev.remoteassistance.model.EnrollmentState;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A helper's app that reports through our client. */
@PactConsumerTest
@PactTestFor(providerName = ProviderStates.PROVIDER, pactVersion = PactSpecVersion.V4)
public class HelperAppConsumerTest {

    private static final String CONSUMER = "helper-app";

    /** Every refusal that depends on the token sends this body. */
    private static final String SMALLEST = "{\"reportingPayload\":{\"id\":\"a\"}}";

    // --- 204

    @Pact(consumer = CONSUMER)
    V4Pact reportOfRevision2(PactDslWithProvider builder) {
        return stored(request(
                                builder,
                                ProviderStates.USER_MAY_REPORT,
                                "the documented report of 20 properties",
                                example("2021-10-20props.json"))
                        .willRespondWith())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "reportOfRevision2")
    void reportsOfRevision2AreStored(MockServer server) throws IOException {
        ClientUnderTest.at(server).report(ClientUnderTest.payload(example("2021-10-20props.json")));
    }

    @Pact(consumer = CONSUMER)
    V4Pact reportOfRevision5(PactDslWithProvider builder) {
        return stored(request(
                                builder,
                                ProviderStates.APP_MAY_REPORT,
                                "the documented report of 27 properties",
                                example("2024-05-27props.json"))
                        .willRespondWith())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "reportOfRevision5")
    void reportsOfRevision5AreStored(MockServer server) throws IOException {
        ClientUnderTest.at(server).report(ClientUnderTest.payload(example("2024-05-27props.json")));
    }

    // --- 400

    @Pact(consumer = CONSUMER)
    V4Pact reportWithUnknownState(PactDslWithProvider builder) {
        return refusedFor(
                        request(
                                        builder,
                                        ProviderStates.USER_MAY_REPORT,
                                        "a report with an enrollment state that does not exist",
                                        "{\"reportingPayload\":{\"id\":\"a\",\"helperEnrollmentState\":\"retired\"}}")
                                .willRespondWith(),
                        "reportingPayload/helperEnrollmentState")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "reportWithUnknownState")
    void anInvalidReportIsRefusedByName(MockServer server) {
        RemoteAssistanceReporting report =
                new RemoteAssistanceReporting().id("a").helperEnrollmentState(EnrollmentState.fromValue("retired"));

        InvalidReportException refusal = ClientUnderTest.refusal(InvalidReportException.class, server, report);

        assertThat(refusal.details())
                .singleElement()
                .satisfies(
                        detail -> assertThat(detail.getTarget()).isEqualTo("reportingPayload/helperEnrollmentState"));
    }

    // --- 401

    @Pact(consumer = CONSUMER)
    V4Pact reportWithExpiredToken(PactDslWithProvider builder) {
        return refused(
                        request(builder, ProviderStates.TOKEN_HAS_EXPIRED, "a report with an expired token", SMALLEST)
                                .willRespondWith()
                                .matchHeader("WWW-Authenticate", "Bearer .*", "Bearer error=\"invalid_token\""),
                        401,
                        "InvalidAuthenticationToken")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "reportWithExpiredToken")
    void anExpiredTokenIsToldApart(MockServer server) {
        ClientUnderTest.refusal(AuthenticationException.class, server, new RemoteAssistanceReporting().id("a"));
    }

    // --- 403

    @Pact(consumer = CONSUMER)
    V4Pact reportWithoutPermission(PactDslWithProvider builder) {
        return forbidden(builder, ProviderStates.USER_LACKS_PERMISSION, "a report of a user without permission");
    }

    @Test
    @PactTestFor(pactMethod = "reportWithoutPermission")
    void missingPermissionIsToldApart(MockServer server) {
        ClientUnderTest.refusal(PermissionException.class, server, new RemoteAssistanceReporting().id("a"));
    }

    @Pact(consumer = CONSUMER)
    V4Pact reportWithRolesOnly(PactDslWithProvider builder) {
        return forbidden(builder, ProviderStates.ROLES_OF_A_USER, "a report of a user with a role for permission");
    }

    @Test
    @PactTestFor(pactMethod = "reportWithRolesOnly")
    void rolesOfAUserAreNoPermission(MockServer server) {
        ClientUnderTest.refusal(PermissionException.class, server, new RemoteAssistanceReporting().id("a"));
    }

    @Pact(consumer = CONSUMER)
    V4Pact reportFromUnservedTenant(PactDslWithProvider builder) {
        return forbidden(builder, ProviderStates.TENANT_IS_NOT_SERVED, "a report from a tenant that is not served");
    }

    @Test
    @PactTestFor(pactMethod = "reportFromUnservedTenant")
    void unservedTenantIsToldApart(MockServer server) {
        ClientUnderTest.refusal(PermissionException.class, server, new RemoteAssistanceReporting().id("a"));
    }

    // ---

    private static V4Pact forbidden(PactDslWithProvider builder, String state, String description) {
        return refused(request(builder, state, description, SMALLEST).willRespondWith(), 403, "Forbidden")
                .toPact(V4Pact.class);
    }
}
