package dev.remoteassistance.contract;

import static dev.remoteassistance.contract.TestIssuer.SERVED_TENANT;
import static dev.remoteassistance.contract.TestIssuer.UNSERVED_TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.SynchronousRequestResponse;
import au.com.dius.pact.provider.PactVerifyProvider;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.MessageTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Replays what the consumers expect against the real server, with SQLite and really signed tokens. Each interaction
 * gets a server and a store of its own.
 */
@Provider(ProviderStates.PROVIDER)
@PactFolder("${pact.rootDir}")
class ServerProviderTest {

    private static final TestIssuer ISSUER = new TestIssuer();
    private static final String PERMISSION = "DeviceManagementServiceConfig.Read.All";
    private static final int NO_CONTENT = 204;
    private static final JsonMapper JSON = JsonPolicy.newMapper();

    @TempDir
    Path folder;

    private ProviderServer server;

    @BeforeEach
    void start(PactVerificationContext context) throws IOException {
        server = ProviderServer.start(folder, ISSUER);
        context.setTarget(
                context.getInteraction().isAsynchronousMessage()
                        ? new MessageTestTarget()
                        : new HttpTestTarget(
                                server.root().getHost(), server.root().getPort()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void consumerGetsWhatItExpects(PactVerificationContext context) throws IOException {
        context.verifyInteraction();

        if (context.getInteraction() instanceof SynchronousRequestResponse http) {
            assertStoreHolds(http);
        }
    }

    /** 204 is a promise about the store, and a refusal is one too. */
    private void assertStoreHolds(SynchronousRequestResponse http) throws IOException {
        List<String> lines = server.export().lines().toList();
        if (http.getResponse().getStatus() != NO_CONTENT) {
            assertThat(lines).as("stored after a refusal").isEmpty();
            return;
        }
        assertThat(lines).as("stored after 204").hasSize(1);
        JsonNode row = JSON.readTree(lines.get(0));
        assertThat(row.required("tenantId").asText()).isEqualTo(SERVED_TENANT);
        assertThat(row.required("payload"))
                .as("what is stored is what was sent")
                .isEqualTo(JSON.readTree(http.getRequest().getBody().valueAsString())
                        .required("reportingPayload"));
    }

    @State(ProviderStates.USER_MAY_REPORT)
    Map<String, Object> userMayReport() {
        return token(ISSUER.userToken(SERVED_TENANT, PERMISSION, claims -> claims));
    }

    @State(ProviderStates.APP_MAY_REPORT)
    Map<String, Object> appMayReport() {
        return token(ISSUER.appToken(SERVED_TENANT, PERMISSION));
    }

    @State(ProviderStates.USER_WITH_PERMISSION)
    Map<String, Object> userWithPermission(Map<String, Object> parameters) {
        return token(ISSUER.userToken(SERVED_TENANT, permission(parameters), claims -> claims));
    }

    @State(ProviderStates.APP_WITH_PERMISSION)
    Map<String, Object> appWithPermission(Map<String, Object> parameters) {
        return token(ISSUER.appToken(SERVED_TENANT, permission(parameters)));
    }

    private static String permission(Map<String, Object> parameters) {
        return (String) parameters.get(ProviderStates.PERMISSION);
    }

    @State(ProviderStates.USER_LACKS_PERMISSION)
    Map<String, Object> userLacksPermission() {
        return token(ISSUER.userToken(SERVED_TENANT, "User.Read", claims -> claims));
    }

    @State(ProviderStates.ROLES_OF_A_USER)
    Map<String, Object> rolesOfAUser() {
        return token(
                ISSUER.userToken(SERVED_TENANT, "User.Read", claims -> claims.claim("roles", List.of(PERMISSION))));
    }

    @State(ProviderStates.TENANT_IS_NOT_SERVED)
    Map<String, Object> tenantIsNotServed() {
        return token(ISSUER.userToken(UNSERVED_TENANT, PERMISSION, claims -> claims));
    }

    @State(ProviderStates.TOKEN_HAS_EXPIRED)
    Map<String, Object> tokenHasExpired() {
        return token(
                ISSUER.userToken(SERVED_TENANT, PERMISSION, claims -> claims.expirationTime(TestIssuer.inMinutes(-5))));
    }

    @State(ProviderStates.REPORT_IS_STORED)
    void reportIsStored() throws IOException {
        server.store()
                .append(
                        new Caller(SERVED_TENANT, CallerKind.APP, "app", null, Set.of(PERMISSION)),
                        JsonPolicy.newMapper()
                                .readValue(
                                        Expectations.example("2021-10-20props.json"),
                                        ReportRemoteAssistanceRequest.class)
                                .getReportingPayload());
    }

    /** What the command export prints for the report that is stored. */
    @PactVerifyProvider(ReportArchiveConsumerTest.EXPORTED_REPORT)
    String exportedReport() throws IOException {
        return server.export();
    }

    private static Map<String, Object> token(String token) {
        return Map.of(ProviderStates.TOKEN, token);
    }
}
