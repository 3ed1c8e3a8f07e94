package dev.remoteassistance.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RefusalTest;
import dev.remoteassistance.server.Waiting;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests requests that no HTTP library sends. Refused reports are not stored. */
class RawHttpTest extends RefusalTest {

    @ParameterizedTest
    @ValueSource(strings = {"my_service:8080", "1.2.3.999", "-a", "a..b", "[::1]"})
    void anyHostMeansThisServer(String host) throws IOException {
        assertThat(exchange("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 401 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/beta?x=%zz", "/beta?access_token=%", "/%zz", "/a|b", "/a?b|c", "/a?{}"})
    void malformedAddresses(String address) throws IOException {
        assertThat(exchange("GET " + address + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"BadRequest\"");
    }

    /** Jetty answers these before JAX-RS gets them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense\\r\\n\\r\\n | 400 | BadRequest",
                "GET /beta/%2e%2e/x%2fy HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n | 400 | BadRequest",
                "GET / HTTP/1.1\\r\\nConnection: close\\r\\n\\r\\n | 400 | BadRequest",
                "GET / HTTP/9.9\\r\\nHost: a\\r\\n\\r\\n | 505 | HttpVersionNotSupported",
                "POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1\\r\\nContent-Length: 2\\r\\n\\r\\n | 400 | BadRequest",
                "POST / HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: chunked\\r\\nContent-Length: 2\\r\\n\\r\\n | 400 "
                        + "| BadRequest",
            })
    void whatIsNoHttp(String request, int status, String code) throws IOException {
        String answer = exchange(request.replace("\\r\\n", "\r\n"));
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("\r\nrequest-id: ")
                .containsIgnoringCase("\r\nclient-request-id: ")
                .contains("\r\nContent-Type: application/json\r\n")
                .contains("\"code\":\"" + code + "\"")
                .doesNotContain("Jetty", "Exception", "jetty");
    }

    @Test
    void headersOverTheLimit() throws IOException {
        String answer = exchange("GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(40_000) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 431 ").contains("\"code\":\"RequestHeaderFieldsTooLarge\"");
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(
                server.operationUri().getHost(), server.operationUri().getPort())) {
            socket.setSoTimeout(Waiting.LONGEST_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
