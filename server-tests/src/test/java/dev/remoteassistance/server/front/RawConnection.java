package dev.remoteassistance.server.front;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A raw connection to a server, without an HTTP client. Reads without waiting, so that one thread can have many. */
final class RawConnection implements AutoCloseable {

    private static final int PAUSE_MILLIS = 1;

    private final SocketChannel channel;
    private final StringBuilder answer = new StringBuilder();
    private boolean ended;

    RawConnection(URI server) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
    }

    /** Sends a text, unless the server has closed the connection. */
    void send(String text) {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) {
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                if (channel.write(rest) == 0) {
                    pause();
                }
            }
        } catch (IOException e) {
            ended = true;
        }
    }

    /** Returns everything that has been received until now. */
    String answer() {
        read();
        return answer.toString();
    }

    /** Returns everything that is received until the server closes the connection, or until the time is over. */
    String answerUntilClosed(int seconds) {
        long start = System.nanoTime();
        while (!isClosed() && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(seconds)) {
            pause();
        }
        return answer.toString();
    }

    boolean isClosed() {
        read();
        return ended;
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        try {
            int n = channel.read(buffer);
            while (n > 0) {
                answer.append(new String(buffer.array(), 0, n, StandardCharsets.UTF_8));
                buffer.clear();
                n = channel.read(buffer);
            }
            ended |= n < 0;
        } catch (IOException e) {
            ended = true;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
