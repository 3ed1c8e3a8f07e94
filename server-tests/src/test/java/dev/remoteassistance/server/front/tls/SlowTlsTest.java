package dev.remoteassistance.server.front.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.front.HttpLimits;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tests senders that are slow below HTTP: a byte of a handshake or record now and then keeps off any idle timeout. */
class SlowTlsTest {

    private static final int CONNECTIONS = 32;

    /** The header of a record of 16 KiB. At the pace of a slow stream, neither the record nor its handshake ends during a test. */
    private static final byte[] CLIENT_HELLO_OF_16_KIB = {0x16, 3, 1, 0x40, 0};

    @TempDir
    Path folder;

    @RegisterExtension
    final RunningServer server = new RunningServer(parts ->
            parts.tls(TestIdentity.RSA.writeTo(folder)).limits(new HttpLimits(CONNECTIONS, Duration.ofSeconds(2))));

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void handshakesThatDoNotEndMakeRoomForCallers() throws Exception {
        List<SlowStream> senders = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            SlowStream sender = new SlowStream(connect());
            sender.write(CLIENT_HELLO_OF_16_KIB);
            senders.add(sender);
        }
        Thread attack = new Thread(() -> sendUntilClosed(senders));
        attack.start();

        assertGoodCallersAreServed();
        attack.join(SlowStream.MAX_TIME.toMillis());
        assertThat(attack.isAlive()).as("somebody is still connected").isFalse();
    }

    @Test
    void aHeaderInARecordThatDoesNotEnd() throws Exception {
        untilInTime(() -> {
            SlowStream slow = new SlowStream(connect());
            try (SSLSocket tls = slow.tls()) {
                slow.holdBack();
                tls.getOutputStream()
                        .write(("GET / HTTP/1.1\r\nX: " + "a".repeat(15_000)).getBytes(StandardCharsets.US_ASCII));
                return slow.sendUntilClosed();
            }
        });
        assertGoodCallersAreServed();
    }

    @Test
    void aBodyInARecordThatDoesNotEnd() throws Exception {
        String head =
                "POST %s HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nAuthorization: Bearer %s\r\n"
                        .formatted(RunningServer.OPERATION.path(), server.token());
        untilInTime(() -> {
            SlowStream slow = new SlowStream(connect());
            try (SSLSocket tls = slow.tls()) {
                tls.getOutputStream()
                        .write((head + "Content-Length: 15000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                slow.holdBack();
                tls.getOutputStream().write(" ".repeat(15_000).getBytes(StandardCharsets.US_ASCII));
                return slow.sendUntilClosed();
            }
        });
        assertThat(server.stored()).isEmpty();
        assertGoodCallersAreServed();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(
                server.operationUri().getHost(), server.operationUri().getPort());
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        return socket;
    }

    private void assertGoodCallersAreServed() throws Exception {
        untilInTime(() -> {
            int status = TestIdentity.RSA
                    .client()
                    .send(
                            server.request()
                                    .timeout(SlowStream.MAX_TIME)
                                    .POST(BodyPublishers.ofString("{\"reportingPayload\":{\"id\":\"good\"}}"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            // The server may have taken a caller on a stalled machine for a slow one.
            assertThat(status).isIn(204, 408);
            return status == 204;
        });
    }

    /** Tries again when the machine has stalled, so that the server has taken a caller for a slow one too early. */
    private static void untilInTime(Callable<Boolean> attempt) throws Exception {
        Waiting.until(() -> {
            try {
                return attempt.call();
            } catch (IOException closed) {
                return false;
            }
        });
    }

    private static void sendUntilClosed(List<SlowStream> senders) {
        List<SlowStream> open = new ArrayList<>(senders);
        while (!open.isEmpty()) {
            open.removeIf(SlowStream::isClosed);
            open.removeIf(sender -> !sender.send(0));
            SlowStream.pause();
        }
    }
}
