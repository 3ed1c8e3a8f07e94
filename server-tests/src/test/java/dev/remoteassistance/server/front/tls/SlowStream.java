package dev.remoteassistance.server.front.tls;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLSocket;

/** Passes bytes on to a server, until it is told to hold them back and to send one now and then. */
final class SlowStream extends FilterOutputStream {

    /** The longest time that a sender is slow. */
    static final Duration MAX_TIME = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Socket socket;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean holding;

    SlowStream(Socket socket) throws IOException {
        super(socket.getOutputStream());
        this.socket = socket;
    }

    /** Returns a TLS connection whose bytes go through this stream. */
    SSLSocket tls() throws IOException {
        Socket throttled = new Socket() {
            @Override
            public boolean isConnected() {
                return true;
            }

            @Override
            public InputStream getInputStream() throws IOException {
                return socket.getInputStream();
            }

            @Override
            public OutputStream getOutputStream() {
                return SlowStream.this;
            }
        };
        SSLSocket tls = (SSLSocket) TestIdentity.RSA
                .sslContext()
                .getSocketFactory()
                .createSocket(throttled, "127.0.0.1", socket.getPort(), false);
        tls.startHandshake();
        return tls;
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
            if (isClosed() || !send(value)) {
                return true;
            }
            if (System.nanoTime() - start > MAX_TIME.toNanos()) {
                return false;
            }
            pause();
        }
        return false;
    }

    /** Sends a byte, and returns whether it could be sent. */
    boolean send(int value) {
        try {
            out.write(value);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    boolean isClosed() {
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

    static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
