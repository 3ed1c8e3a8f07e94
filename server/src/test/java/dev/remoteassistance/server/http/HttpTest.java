package dev.remoteassistance.server.http;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static dev.remoteassistance.server.RunningServer.CONTRACT;
import static dev.remoteassistance.server.RunningServer.OPERATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP itself brings: addresses, methods, media types, sizes, names of requests. Nothing refused is stored. */
class HttpTest {

    private static final String BODY = "{\"reportingPayload\":{\"id\":\"a\"}}";

    @RegisterExtension
    final RunningServer server = new RunningServer();

    @AfterEach
    void nothingIsStored() {
        assertThat(server.stored()).isEmpty();
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void otherCharsets(String charset) {
        assertRefused(server.post(BODY.getBytes(java.nio.charset.Charset.forName(charset))), ErrorCode.BAD_REQUEST)
                .hasMessage("UTF-8");
    }

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

    @Test
    void aBodyThatComesTooSlowly() throws IOException {
        String head = "POST %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
                .formatted(OPERATION.path(), server.token());
        try (Socket socket = new Socket(
                server.operationUri().getHost(), server.operationUri().getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write((head + "Content-Length: 1000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            // A byte in each half of a second keeps any idle timeout quiet.
            for (int i = 0; i < 20 && socket.getInputStream().available() == 0; i++) {
                out.write(' ');
                out.flush();
                Thread.sleep(500);
            }
            assertThat(new String(socket.getInputStream().readNBytes(400), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("\"code\":\"RequestTimeout\"");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noMediaType() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.operationUri()).header("Authorization", "Bearer " + server.token());
        assertRefused(
                server.send(request.copy().POST(BodyPublishers.ofString(BODY))), ErrorCode.UNSUPPORTED_MEDIA_TYPE);
        assertRefused(server.send(request.copy().POST(BodyPublishers.noBody())), ErrorCode.BAD_REQUEST)
                .hasMessage("empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "zstd"})
    void otherEncodings(String encoding) {
        assertRefused(
                server.send(
                        server.request().header("Content-Encoding", encoding).POST(BodyPublishers.ofString(BODY))),
                ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void brokenCompression() throws IOException {
        byte[] gzip = gzip(new ByteArrayInputStream(BODY.getBytes(StandardCharsets.UTF_8)));
        byte[] cut = java.util.Arrays.copyOf(gzip, gzip.length - 10);
        for (byte[] body : new byte[][] {BODY.getBytes(StandardCharsets.UTF_8), cut, {}}) {
            assertRefused(
                            server.send(server.request()
                                    .header("Content-Encoding", "gzip")
                                    .POST(BodyPublishers.ofByteArray(body))),
                            ErrorCode.BAD_REQUEST)
                    .hasMessage("gzip");
        }
    }

    @Test
    void bodiesOverTheLimit() {
        byte[] tooLarge = new byte[OPERATION.maxBodyBytes() + 1];
        String limit = String.valueOf(OPERATION.maxBodyBytes());
        assertRefused(server.post(tooLarge), ErrorCode.REQUEST_ENTITY_TOO_LARGE).hasMessage(limit);
        assertRefused(
                        server.send(server.request()
                                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge)))),
                        ErrorCode.REQUEST_ENTITY_TOO_LARGE)
                .hasMessage(limit);
    }

    @Test
    void bodiesOverTheLimitOnceInflated() throws IOException {
        byte[] bomb = gzip(new ByteArrayInputStream(new byte[64 << 20]));
        assertThat(bomb).hasSizeLessThan(OPERATION.maxBodyBytes());
        assertRefused(
                server.send(server.request().header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(bomb))),
                ErrorCode.REQUEST_ENTITY_TOO_LARGE);
    }

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

    /** Jetty answers these before JAX-RS sees them. */
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

    @Test
    void everyStatusOfTheContractHasACode() {
        OPERATION.definition().required("responses").fieldNames().forEachRemaining(status -> {
            if (!status.startsWith("2")) {
                assertThat(ErrorCode.ofStatus(Integer.parseInt(status)))
                        .as(status)
                        .isPresent();
            }
        });
        assertThat(CONTRACT.basePath()).isEqualTo("/beta");
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(
                server.operationUri().getHost(), server.operationUri().getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] gzip(InputStream plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            plain.transferTo(gzip);
        }
        return bytes.toByteArray();
    }

    private static String name(HttpResponse<String> response, String header) {
        return response.headers().firstValue(header).orElseThrow();
    }
}
