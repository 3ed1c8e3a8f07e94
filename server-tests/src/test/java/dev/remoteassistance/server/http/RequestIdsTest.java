package dev.remoteassistance.server.http;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RefusalTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the two ids of a request. Refused reports are not stored. */
class RequestIdsTest extends RefusalTest {

    private static final String BODY = "{\"reportingPayload\":{\"id\":\"a\"}}";

    @Test
    void everyAnswerNamesItsRequest() {
        HttpResponse<String> first = server.post("{}");
        HttpResponse<String> second = server.post("{}");
        assertThat(name(first, "request-id")).isNotEqualTo(name(second, "request-id"));
        assertThat(name(first, "client-request-id")).isEqualTo(name(first, "request-id"));
    }

    @Test
    void theCallersNameComesBack() {
        String longest = "~".repeat(128);
        for (String name : new String[] {"a", "6f5c0b7e-7f3b-4e9e-9d53-0d9d4c7d2a10", longest}) {
            HttpResponse<String> response = server.send(
                    server.request().header("client-request-id", name).POST(BodyPublishers.ofString("{}")));
            assertRefused(response, ErrorCode.MODEL_VALIDATION_FAILURE);
            assertThat(name(response, "client-request-id")).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @CsvSource({"129, must have 1 to 128 characters.", "5000, must have 1 to 128 characters."})
    void aNameThatTheContractDoesNotAllow(int length, String rule) {
        HttpResponse<String> response = server.send(
                server.request().header("client-request-id", "a".repeat(length)).POST(BodyPublishers.ofString(BODY)));
        assertRefused(response, ErrorCode.MODEL_VALIDATION_FAILURE)
                .hasFaults("client-request-id: client-request-id " + rule);
        assertThat(name(response, "client-request-id")).isEqualTo(name(response, "request-id"));
    }

    private static String name(HttpResponse<String> response, String header) {
        return response.headers().firstValue(header).orElseThrow();
    }
}
