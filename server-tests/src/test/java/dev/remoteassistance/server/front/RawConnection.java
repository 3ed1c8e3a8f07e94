package dev.remoteassistance.server.front;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A raw connection to a server, without an HTTP client. */
final class RawConnection implements AutoCloseable {

    private final Socket socket;
    private final StringBuilder answer = new StringBuilder();
    private boolean ended;

    RawConnection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(1);
    }

    /** Sends a text, unless the server has closed the connection. */
    void send(String text) {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            ended = true;
        }
    }

    /** Returns everything that has been received until now. */
    String answer() {
        read(1);
        return answer.toString();
    }

    /** Returns everything that is received until the server closes the connection. */
    String answerUntilClosed(int seconds) {
        long start = System.nanoTime();
        while (!isClosed() && System.nanoTime() - start < seconds * 1_000_000_000L) {
            read(50);
        }
        return answer.toString();
    }

    boolean isClosed() {
        read(1);
        return ended;
    }

    private void read(int milliseconds) {
        byte[] buffer = new byte[8192];
        try {
            socket.setSoTimeout(milliseconds);
            for (int n = socket.getInputStream().read(buffer);
                    n > 0;
                    n = socket.getInputStream().read(buffer)) {
                answer.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
            ended = true;
        } catch (SocketTimeoutException e) {
            // Nothing has been received yet.
        } catch (IOException e) {
            ended = true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
