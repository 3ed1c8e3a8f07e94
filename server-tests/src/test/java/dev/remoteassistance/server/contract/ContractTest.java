package dev.remoteassistance.server.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.remoteassistance.api.DeviceManagementApi;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.front.RestApplication;
import dev.remoteassistance.server.http.RequestIds;
import dev.remoteassistance.server.report.ReportResource;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that the contract has what the server reads from it, and that the server's code agrees with it where the server
 * does not read it.
 */
class ContractTest {

    private final Contract contract = Contract.load();
    private final Operation operation = contract.operation(ReportResource.OPERATION);

    /** The build converts the document to JSON, which is read at each start. */
    @Test
    void whatIsReadIsTheDocumentThatPeopleEdit() throws IOException {
        try (InputStream json = resource("remote-assistance.json");
                InputStream yaml = resource("remote-assistance.yaml")) {
            assertThat(new ObjectMapper().readTree(json)).isEqualTo(new YAMLMapper().readTree(yaml));
        }
    }

    /** The contract holds the examples as YAML; whoever is given one gets the file that the documents post. */
    @Test
    void theExampleIsTheFileOfTheNewestRevision() throws IOException {
        try (InputStream file = resource("examples/2024-05-27props.json")) {
            assertThat(contract.example(operation)).asString().isEqualTo(new String(file.readAllBytes(), UTF_8));
        }
    }

    private static InputStream resource(String name) {
        return ContractTest.class.getResourceAsStream("/openapi/" + name);
    }

    @Test
    void everyOperationHasAMethodInTheGeneratedInterfaceOfItsTag() {
        assertThat(contract.operations())
                .extracting(Operation::id)
                .containsExactlyInAnyOrderElementsOf(contract.operations().stream()
                        .map(ContractTest::api)
                        .distinct()
                        .flatMap(api -> Arrays.stream(api.getMethods()))
                        .map(Method::getName)
                        .toList());
    }

    @Test
    void everyTagHasAResource() {
        assertThat(contract.operations())
                .allSatisfy(each -> assertThat(RestApplication.RESOURCES)
                        .withFailMessage(
                                "The operation %s has no resource: write a class that implements %s, and name it in RestApplication.RESOURCES",
                                each.id(), api(each).getName())
                        .anyMatch(api(each)::isAssignableFrom));
    }

    /** Returns the generated interface, whose name comes from the tag. */
    private static Class<?> api(Operation operation) {
        String tag = operation.definition().at("/tags/0").asText();
        try {
            return Class.forName(DeviceManagementApi.class.getPackageName() + "." + tag + "Api");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anOperationIsFoundByItsName() {
        assertThat(operation.method()).isEqualTo("POST");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> contract.operation("unknown"))
                .withMessage("The contract has no operation unknown");
    }

    @Test
    void anotherOperationMayStandFirst(@TempDir Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode document = (ObjectNode) json.readTree(resource("remote-assistance.json"));
        ObjectNode paths = json.createObjectNode();
        paths.set(
                "/beta/first",
                json.readTree(
                        "{\"get\":{\"operationId\":\"first\",\"security\":[{\"a\":[\"First.Read\"]},{\"a\":[\"Other\"]}]}}"));
        paths.setAll((ObjectNode) document.required("paths"));
        document.set("paths", paths);
        json.writeValue(folder.resolve("two.json").toFile(), document);

        Contract two =
                Contract.load(new URLClassLoader(new URL[] {folder.toUri().toURL()}), "two.json");

        assertThat(two.operations())
                .extracting(Operation::id)
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of("first"),
                                contract.operations().stream().map(Operation::id))
                        .toList());
        assertThat(two.operation(operation.id())).isEqualTo(operation);
        assertThat(two.leastPermissions()).containsExactly("First.Read", "DeviceManagementServiceConfig.Read.All");
        assertThat(two.operation("first").maxBodyBytes()).isZero();
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
    void namesOfRequestsAreThoseOfTheContract() throws IOException {
        try (InputStream json = resource("remote-assistance.json")) {
            JsonNode parameters = new ObjectMapper().readTree(json).at("/components/parameters");
            assertThat(parameters.at("/ClientRequestId/name").asText()).isEqualTo(RequestIds.CLIENT_REQUEST_ID);
        }
        assertThat(operation.definition().at("/responses/204/headers").fieldNames())
                .toIterable()
                .containsExactly(RequestIds.REQUEST_ID, RequestIds.CLIENT_REQUEST_ID);
    }

    @Test
    void knowsTheMediaTypesOfAnswersAndBodiesThatStandElsewhere() {
        Operation report = contract.operation("getRemoteAssistanceSessionsReport");
        assertThat(operation.answerTypes()).containsExactly("application/json");
        assertThat(report.answerTypes()).containsExactly("application/octet-stream", "application/json");
        assertThat(report.mediaTypes()).containsExactly("application/json");
        assertThat(report.maxBodyBytes()).isEqualTo(64 << 10);
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
