package dev.remoteassistance.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.remoteassistance.api.DeviceManagementApi;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.http.RequestIds;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests that the contract has what the server reads from it, and that both agree where the server cannot read it. */
class ContractTest {

    private final Contract contract = Contract.load();
    private final Operation operation = contract.operations().get(0);

    /** The build converts the document to JSON, which is read at each start. */
    @Test
    void whatIsReadIsTheDocumentThatPeopleEdit() throws IOException {
        try (InputStream json = resource("remote-assistance.json");
                InputStream yaml = resource("remote-assistance.yaml")) {
            assertThat(new ObjectMapper().readTree(json)).isEqualTo(new YAMLMapper().readTree(yaml));
        }
    }

    private static InputStream resource(String name) {
        return ContractTest.class.getResourceAsStream("/openapi/" + name);
    }

    @Test
    void everyOperationHasAMethodInTheGeneratedInterface() {
        assertThat(contract.operations())
                .extracting(Operation::id)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(DeviceManagementApi.class.getMethods())
                        .map(Method::getName)
                        .toList());
    }

    @Test
    void anyOnePermissionSuffices() {
        assertThat(operation.permissionAlternatives())
                .containsExactly(
                        Set.of("DeviceManagementServiceConfig.Read.All"),
                        Set.of("DeviceManagementServiceConfig.ReadWrite.All"),
                        Set.of("DeviceManagementConfiguration.Read.All"));
        assertThat(operation.permits(Set.of("User.Read", "DeviceManagementConfiguration.Read.All")))
                .isTrue();
        assertThat(operation.permits(Set.of("User.Read"))).isFalse();
        assertThat(operation.permits(Set.of())).isFalse();
    }

    @Test
    void limitsOfTheContractAreThoseOfTheJsonPolicy() {
        JsonNode body = operation.definition().required("requestBody");
        assertThat(body.required("x-max-nesting-depth").asInt()).isEqualTo(JsonPolicy.MAX_NESTING_DEPTH);
        assertThat(body.required("x-max-number-length").asInt()).isEqualTo(JsonPolicy.MAX_NUMBER_LENGTH);
        assertThat(operation.maxBodyBytes()).isEqualTo(4 << 20);
    }

    @Test
    void namesOfRequestsAreThoseOfTheContract() {
        assertThat(contract.headerName("ClientRequestId")).isEqualTo(RequestIds.CLIENT_REQUEST_ID);
        assertThat(operation.definition().at("/responses/204/headers").fieldNames())
                .toIterable()
                .containsExactly(RequestIds.REQUEST_ID, RequestIds.CLIENT_REQUEST_ID);
    }

    @Test
    void findsOperationsByPath() {
        assertThat(contract.operationsAt(operation.path())).containsExactly(operation);
        assertThat(contract.operationsAt(operation.path() + "/")).isEmpty();
        assertThat(contract.operationsAt("/")).isEmpty();
    }

    @Test
    void hasAVersionOfItsOwn() {
        assertThat(contract.version()).matches("\\d+\\.\\d+\\.\\d+");
    }
}
