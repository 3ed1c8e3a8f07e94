package dev.remoteassistance.server.front.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.front.HttpLimits;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
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
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final Duration MAX_TIME = Duration.ofSeconds(60);
    /** The header of a record of 16 KiB. At the pace above, neither the record nor its handshake ends during a test. */
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
        for (int i = 0; i < CONNECTIONS; i++) {
            Socket socket = connect();
            socket.getOutputStream().write(CLIENT_HELLO_OF_16_KIB);
        }
        Thread attack = new Thread(() -> sendUntilClosed(sockets));
        attack.start();

        assertGoodCallersAreServed();
        attack.join(MAX_TIME.toMillis());
        assertThat(attack.isAlive()).as("somebody is still connected").isFalse();
    }

    @Test
    void aHeaderInARecordThatDoesNotEnd() throws Exception {
        untilInTime(() -> {
            Socket socket = connect();
            SlowStream slow = new SlowStream(socket);
            try (SSLSocket tls = tls(socket, slow)) {
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
            Socket socket = connect();
            SlowStream slow = new SlowStream(socket);
            try (SSLSocket tls = tls(socket, slow)) {
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
                                    .timeout(MAX_TIME)
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

    private static void sendUntilClosed(List<Socket> sockets) {
        List<Socket> open = new ArrayList<>(sockets);
        while (!open.isEmpty()) {
            open.removeIf(SlowTlsTest::isClosed);
            open.removeIf(socket -> !send(socket, 0));
            pause();
        }
    }

    private static boolean send(Socket socket, int value) {
        try {
            socket.getOutputStream().write(value);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static boolean isClosed(Socket socket) {
        try {
            socket.setSoTimeout(1);
            byte[] answer = new byte[4096];
            while (socket.getInputStream().read(answer) >= 0) {
                continue;
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLSocket tls(Socket socket, SlowStream slow) throws IOException {
        Socket throttled = new Socket() {
            @Override
            public boolean isConnected() {
                return true;
            }

            @Override
            public java.io.InputStream getInputStream() throws IOException {
                return socket.getInputStream();
            }

            @Override
            public OutputStream getOutputStream() {
                return slow;
            }
        };
        SSLSocket tls = (SSLSocket) TestIdentity.RSA
                .sslContext()
                .getSocketFactory()
                .createSocket(throttled, "127.0.0.1", socket.getPort(), false);
        tls.startHandshake();
        return tls;
    }

    /** Passes bytes on, until it is told to hold them back and to send one now and then. */
    private static final class SlowStream extends FilterOutputStream {

        private final Socket socket;
        private final java.io.ByteArrayOutputStream held = new java.io.ByteArrayOutputStream();
        private boolean holding;

        SlowStream(Socket socket) throws IOException {
            super(socket.getOutputStream());
            this.socket = socket;
        }

        void holdBack() {
            holding = true;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (holding) {
                held.write(bytes, offset, length);
            } else {
                out.write(bytes, offset, length);
            }
        }

        /** Sends the bytes, and returns whether the server closed before the bytes or the time ran out. */
        boolean sendUntilClosed() {
            long start = System.nanoTime();
            for (byte value : held.toByteArray()) {
                if (isClosed(socket) || !send(socket, value)) {
                    return true;
                }
                if (System.nanoTime() - start > MAX_TIME.toNanos()) {
                    return false;
                }
                pause();
            }
            return false;
        }
    }
}
