package dev.remoteassistance.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests senders of endless requests at full speed: the server reads a part of a request, and closes the connection. */
class EndlessRequestTest extends HostileSenderTest {

    /**
     * The server discards up to 16 MiB of a refused body. On the wire, a chunk of one byte takes six bytes. In
     * addition, the network buffers some bytes.
     */
    private static final long MOST_BYTES = 128L << 20;

    enum Part {
        REQUEST_LINE("GET /", "a"),
        EMPTY_LINES("\r\n", "\r\n"),
        HEADER("", "X: a\r\n"),
        HEADER_NAME("X", "a"),
        HEADER_VALUE("X: ", "a"),
        BODY("Transfer-Encoding: chunked\r\n\r\n", "10\r\n                \r\n"),
        BODY_BY_BYTES("Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n"),
        CHUNK_SIZE("Transfer-Encoding: chunked\r\n\r\n", "0"),
        CHUNK_EXTENSION("Transfer-Encoding: chunked\r\n\r\n1;", "a"),
        TRAILER("Transfer-Encoding: chunked\r\n\r\n0\r\n", "X: a\r\n");

        private final String start;
        private final String more;

        Part(String start, String more) {
            this.start = start;
            this.more = more;
        }
    }

    @ParameterizedTest
    @EnumSource
    void endlessParts(Part part) throws IOException {
        byte[] more = part.more.repeat(8_000).getBytes(StandardCharsets.US_ASCII);
        long bytes = 0;
        try (RawConnection sender = connect()) {
            sender.send((part == Part.REQUEST_LINE || part == Part.EMPTY_LINES ? "" : head()) + part.start);
            while (!sender.isClosed() && bytes < MOST_BYTES) {
                sender.send(more);
                bytes += more.length;
            }
            assertThat(bytes).isLessThan(MOST_BYTES);
        }
    }
}
