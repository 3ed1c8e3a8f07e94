package dev.remoteassistance.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A single HTTP connection without retries and without a pool, so that a test knows exactly what was sent on it. */
final class KeepAliveConnection implements AutoCloseable {

    private final URI uri;
    private final String token;
    private final Socket socket;
    private final InputStream in;

    KeepAliveConnection(URI uri, String token) throws IOException {
        this.uri = uri;
        this.token = token;
        this.socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(Waiting.LONGEST_MILLIS);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * An answer of the server.
     *
     * @param status of the answer
     * @param head status line and headers, in lower case
     */
    record Answer(int status, String head) {

        boolean closes() {
            return head.contains("\r\nconnection: close\r\n");
        }
    }

    Answer post(String body) throws IOException {
        send(head(body) + body);
        return answer();
    }

    String head(String body) {
        return "POST %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                .formatted(uri.getPath(), token, body.length());
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads one answer. Throws if the connection ends before the header is complete. */
    Answer answer() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("The connection ended after: " + head);
            }
            head.append((char) next);
        }
        String text = head.toString().toLowerCase(Locale.ROOT);
        int length = text.indexOf("content-length: ");
        if (length >= 0) {
            String digits = text.substring(length).split("[ \r]+")[1];
            in.readNBytes(Integer.parseInt(digits));
        }
        return new Answer(Integer.parseInt(text.split(" ")[1]), text);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
