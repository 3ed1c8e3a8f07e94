package dev.remoteassistance.server.front;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static dev.remoteassistance.server.RunningServer.CONTRACT;
import static dev.remoteassistance.server.RunningServer.OPERATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RefusalTest;
import dev.remoteassistance.server.http.ErrorCode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests addresses, methods and media types. Refused reports are not stored. */
class OperationCheckTest extends RefusalTest {

    private static final String BODY = "{\"reportingPayload\":{\"id\":\"a\"}}";

    @ParameterizedTest
    @ValueSource(strings = {"/", "/beta", "/v1.0/deviceManagement/reportRemoteAssistance", "/openapi.yaml"})
    void unknownAddresses(String path) {
        assertRefused(server.send(server.request().uri(server.uri(path)).GET()), ErrorCode.NOT_FOUND);
    }

    @Test
    void addressesAreTakenLiterally() {
        URI withSlash = URI.create(server.operationUri() + "/");
        assertRefused(
                server.send(server.request().uri(withSlash).POST(BodyPublishers.ofString(BODY))), ErrorCode.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "FOO"})
    void otherMethods(String method) {
        assertRefused(
                        server.send(server.request().method(method, BodyPublishers.ofString(BODY))),
                        ErrorCode.METHOD_NOT_ALLOWED)
                .hasHeader("Allow", "POST");
    }

    @Test
    void strangersCannotExplore() {
        for (HttpRequest.Builder request : new HttpRequest.Builder[] {
            server.anonymousRequest().GET(), server.anonymousRequest().uri(server.uri("/nowhere")),
        }) {
            assertRefused(server.send(request), ErrorCode.INVALID_AUTHENTICATION_TOKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/problem+json",
                "application/json;q=0",
                "a/",
                "/",
                ";;",
                "application/json;q=2"
            })
    void acceptWithoutJson(String accept) {
        assertRefused(
                server.send(server.request().header("Accept", accept).POST(BodyPublishers.ofString(BODY))),
                ErrorCode.NOT_ACCEPTABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "application/json-patch+json",
                "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1",
                "*/*",
                "application/*",
                "x",
                "application/json; charset",
                "application/json, text/plain",
            })
    void otherMediaTypes(String contentType) {
        assertRefused(
                server.send(
                        server.request().setHeader("Content-Type", contentType).POST(BodyPublishers.ofString(BODY))),
                ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void noMediaType() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.operationUri()).header("Authorization", "Bearer " + server.token());
        assertRefused(
                server.send(request.copy().POST(BodyPublishers.ofString(BODY))), ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        assertRefused(server.send(request.copy().POST(BodyPublishers.noBody())), ErrorCode.BAD_REQUEST)
                .hasMessage("The body is empty; a JSON object is required.");
    }

    @Test
    void everyStatusOfTheContractHasACode() {
        OPERATION.definition().required("responses").fieldNames().forEachRemaining(status -> {
            if (!status.startsWith("2")) {
                int expected = Integer.parseInt(status);
                assertThat(ErrorCode.ofStatus(expected).status()).isEqualTo(expected);
            }
        });
        assertThat(CONTRACT.basePath()).isEqualTo("/beta");
    }
}
