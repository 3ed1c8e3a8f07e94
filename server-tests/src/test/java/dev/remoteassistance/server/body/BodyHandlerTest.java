package dev.remoteassistance.server.body;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static dev.remoteassistance.server.RunningServer.OPERATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RefusalTest;
import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.http.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests charset, compression, size and pace of bodies. Refused reports are not stored. */
class BodyHandlerTest extends RefusalTest {

    private static final String BODY = "{\"reportingPayload\":{\"id\":\"a\"}}";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE"})
    void otherCharsets(String charset) {
        assertRefused(server.post(BODY.getBytes(java.nio.charset.Charset.forName(charset))), ErrorCode.BAD_REQUEST)
                .hasMessage("The body is not JSON in UTF-8.");
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
                    .hasMessage("The body is not complete, or not gzip.");
        }
    }

    @Test
    void bodiesOverTheLimit() {
        byte[] tooLarge = new byte[OPERATION.maxBodyBytes() + 1];
        String limit = "The body has more than %d bytes.".formatted(OPERATION.maxBodyBytes());
        assertRefused(server.post(tooLarge), ErrorCode.REQUEST_ENTITY_TOO_LARGE).hasMessage(limit);
        assertRefused(
                        server.send(server.request()
                                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge)))),
                        ErrorCode.REQUEST_ENTITY_TOO_LARGE)
                .hasMessage(limit);
    }

    /** Lengths that do not fit into an int. */
    @Test
    void bodiesThatAreSaidToBeHuge() throws IOException {
        assertThat(answer(head() + "Content-Length: 3000000000\r\nExpect: 100-continue\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ")
                .contains("\"code\":\"RequestEntityTooLarge\"", " %d bytes".formatted(OPERATION.maxBodyBytes()));
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
    void aBodyThatComesTooSlowly() throws IOException {
        try (Socket socket = new Socket(
                server.operationUri().getHost(), server.operationUri().getPort())) {
            socket.setSoTimeout(Waiting.LONGEST_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write((head() + "Content-Length: 1000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            // A byte in each half of a second keeps any idle timeout quiet.
            for (int i = 0; i < 240 && socket.getInputStream().available() == 0; i++) {
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

    private String head() {
        return "POST %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\n"
                .formatted(OPERATION.path(), server.token());
    }

    private String answer(String request) throws IOException {
        try (Socket socket = new Socket(
                server.operationUri().getHost(), server.operationUri().getPort())) {
            socket.setSoTimeout(Waiting.LONGEST_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(600), StandardCharsets.UTF_8);
        }
    }

    private static byte[] gzip(InputStream plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            plain.transferTo(gzip);
        }
        return bytes.toByteArray();
    }
}
