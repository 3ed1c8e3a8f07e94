package dev.remoteassistance.server.front.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Tests the API with a certificate from files, by clients that trust only its root. */
class TlsTest {

    private static final TestIdentity FIRST = TestIdentity.RSA;
    private static final TestIdentity SECOND = TestIdentity.EC;

    @TempDir
    Path folder;

    @RegisterExtension
    final RunningServer server = new RunningServer(parts -> parts.tls(FIRST.writeTo(folder)));

    private TlsFiles files;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void readTheLog() {
        files = new TlsFiles(folder.resolve("server.crt"), folder.resolve("server.key"));
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void detachTheLog() {
        logger().detachAppender(log);
    }

    @Test
    void takesTheNewCertificateAndDropsNoConnection() throws Exception {
        HttpClient connected = FIRST.client();
        assertThat(post(connected)).isEqualTo(204);
        assertThatThrownBy(() -> post(SECOND.client())).isInstanceOf(SSLHandshakeException.class);

        SECOND.writeTo(folder);

        Waiting.until(() -> {
            // Used each time, so that the connection is not closed as idle.
            assertThat(post(connected)).as("on the connection of before").isEqualTo(204);
            return succeeds(SECOND.client());
        });
        assertThat(post(connected)).as("on the connection of before").isEqualTo(204);
        assertThatThrownBy(() -> post(FIRST.client())).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void keepsTheCertificateWhenTheNewOneIsBroken() throws Exception {
        Files.writeString(files.certificate(), SECOND.certificatePem());

        Waiting.until(() -> !log.list.isEmpty());
        assertThat(log.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .contains(
                                "the earlier one stays in use",
                                files.privateKey().toString(),
                                ServerIdentity.MISMATCH));
        assertThat(post(FIRST.client())).isEqualTo(204);

        Files.writeString(files.privateKey(), SECOND.privateKeyPem());
        Waiting.until(() -> succeeds(SECOND.client()));
    }

    @Test
    void keepsTheCertificateWhenAFileIsGone() throws Exception {
        Files.delete(files.privateKey());

        Waiting.until(() -> !log.list.isEmpty());
        assertThat(post(FIRST.client())).isEqualTo(204);
    }

    @Test
    void keepsTheCertificateWhenTheNewOneCannotServe() throws Exception {
        TestIdentity.NAMELESS.writeTo(folder);

        Waiting.until(() -> !log.list.isEmpty());
        assertThat(log.list)
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .contains("the earlier one stays in use", "must name a host or an address"));
        assertThat(post(FIRST.client())).isEqualTo(204);
    }

    /** A proxy in front may use any name for this server, with TLS as well as without. */
    @Test
    void anyHostMeansThisServer() throws Exception {
        try (Socket socket = FIRST.sslContext()
                .getSocketFactory()
                .createSocket(
                        server.operationUri().getHost(), server.operationUri().getPort())) {
            socket.setSoTimeout(Waiting.LONGEST_MILLIS);
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n".getBytes());
            assertThat(new String(socket.getInputStream().readAllBytes())).startsWith("HTTP/1.1 401 ");
        }
    }

    /** Sends a ClientHello of TLS 1.1; the answer is the fatal alert protocol_version. */
    @Test
    void refusesOldProtocols() throws Exception {
        String hello = "0302" + "00".repeat(32) + "00" + "0004c013002f" + "0100";
        assertThat(answer("160302002f" + "0100002b" + hello)).startsWith("15").endsWith("0246");
    }

    @Test
    void refusesPlainHttp() throws Exception {
        String request = HexFormat.of().formatHex("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes());
        assertThat(answer(request)).doesNotContain(HexFormat.of().formatHex("HTTP/1.1".getBytes()));
    }

    private String answer(String hex) throws IOException {
        try (Socket socket = new Socket(
                server.operationUri().getHost(), server.operationUri().getPort())) {
            socket.setSoTimeout(Waiting.LONGEST_MILLIS);
            socket.getOutputStream().write(HexFormat.of().parseHex(hex));
            InputStream in = socket.getInputStream();
            return HexFormat.of().formatHex(in.readAllBytes());
        }
    }

    private boolean succeeds(HttpClient client) throws Exception {
        try {
            return post(client) == 204;
        } catch (SSLException notYet) {
            return false;
        }
    }

    private int post(HttpClient client) throws Exception {
        return client.send(
                        server.request()
                                .timeout(Waiting.LONGEST)
                                .POST(BodyPublishers.ofString("{\"reportingPayload\":{\"id\":\"a\"}}"))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(ReloadingCertificate.class);
    }
}
