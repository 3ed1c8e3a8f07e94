package dev.remoteassistance.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.api.DeviceManagementApi;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.http.RequestIds;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the server reads from the contract is there, and what it cannot read is the same in both places. */
class ContractTest {

    private final Contract contract = Contract.load();
    private final Operation operation = contract.operations().get(0);

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
