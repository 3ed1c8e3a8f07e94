package dev.remoteassistance.server.report;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static dev.remoteassistance.server.RunningServer.CONTRACT;
import static dev.remoteassistance.server.RunningServer.OTHER_TENANT;
import static dev.remoteassistance.server.RunningServer.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.http.ErrorCode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests who may ask about sessions, and about whose. */
class SessionAccessTest extends SessionQuestionTest {

    @ParameterizedTest
    @ValueSource(strings = {SESSIONS, ACTIVE, TOTAL, AVERAGE})
    void tellsATenantNothingOfAnother(String operation) throws IOException {
        String filter = "{\"filter\":\"SessionId eq 'theirs'\",\"select\":[]}";
        Operation asked = CONTRACT.operation(operation);
        JsonNode ours = read(ask(operation, filter));
        JsonNode theirs = read(server.send(question(operation, filter)
                .setHeader(
                        "Authorization",
                        "Bearer "
                                + server.token(
                                        CallerKind.APP,
                                        OTHER_TENANT,
                                        asked.leastPermissions().get(0)))));

        if (operation.equals(SESSIONS)) {
            assertThat(ours.required("Values")).isEmpty();
            assertThat(theirs.required("Values")).hasSize(1);
        } else {
            assertThat(ours.required("Values").toString()).isEqualTo(operation.equals(AVERAGE) ? "[[null]]" : "[[0]]");
            assertThat(theirs.required("Values").toString())
                    .isEqualTo(operation.equals(TOTAL) ? "[[1]]" : operation.equals(ACTIVE) ? "[[0]]" : "[[null]]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SESSIONS, ACTIVE, TOTAL, AVERAGE})
    void takesEachOfTheContractsPermissions(String operation) {
        assertThat(CONTRACT.operation(operation).permissionAlternatives()).hasSize(4);
        for (Set<String> alternative : CONTRACT.operation(operation).permissionAlternatives()) {
            String token = server.token(CallerKind.APP, TENANT, alternative.toArray(String[]::new));
            HttpRequest.Builder question = question(operation, "{}").setHeader("Authorization", "Bearer " + token);
            assertThat(server.send(question).statusCode()).isEqualTo(200);
        }
        String other = server.token(CallerKind.APP, TENANT, "DeviceManagementManagedDevices.Read.All");
        assertRefused(
                server.send(question(operation, "{}").setHeader("Authorization", "Bearer " + other)),
                ErrorCode.FORBIDDEN);
    }
}
