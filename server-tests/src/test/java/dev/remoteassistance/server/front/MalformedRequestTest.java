package dev.remoteassistance.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests requests that two servers in a row could read in different ways. Each has a second request in its body. It must
 * be refused and its connection closed, so that the second one is never handled as a request.
 */
class MalformedRequestTest extends HostileSenderTest {

    private static final int LONGEST_SECONDS = 30;
    private static final String SECOND = "GET /second HTTP/1.1\r\nHost: a\r\n\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: %d|Transfer-Encoding: chunked",
                "Transfer-Encoding: chunked|Content-Length: %d",
                "Transfer-Encoding: identity|Content-Length: %d",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: identity",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: gzip, chunked",
                "Transfer-Encoding: gzip|Transfer-Encoding: chunked",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: chunked|Transfer-Encoding: identity",
                "Transfer-Encoding : chunked",
                "Content-Length: %d|Content-Length: 1",
                "Content-Length: 1, %d",
                "Content-Length: +%d",
                "Content-Length: -%d",
                "Content-Length: -1",
                "Content-Length: 0x1E",
                "Content-Length: 1e1",
                "Content-Length: 1.0",
                "Content-Length: ",
                "Content-Length: 99999999999999999999",
                "Content-Length : %d",
                "X: a| folded|Content-Length: %d",
                "X: a|\tfolded|Content-Length: %d",
                "X y: a|Content-Length: %d",
                ": a|Content-Length: %d",
                "X: \0|Content-Length: %d",
                "noColon|Content-Length: %d",
            })
    void framesThatCanBeReadInTwoWays(String header) throws IOException {
        assertRefusedOnce(head()
                + header.formatted(BODY.length(), BODY.length()).replace("|", "\r\n") + "\r\n\r\n" + BODY + SECOND);
    }

    /** RFC 9112 section 6.1: a server that knows only HTTP/1.0 does not see where such a body ends. */
    @Test
    void chunksOfHttp10() throws IOException {
        assertRefusedOnce(head().replace("HTTP/1.1", "HTTP/1.0")
                + "Connection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
                        .formatted(BODY.length(), BODY)
                + SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FFFFFFFFFFFFFFFFF", "-5", "+5", "0x5", "", " 5", "5 5", "g"})
    void chunkSizesThatAreNone(String size) throws IOException {
        assertRefusedOnce(
                head() + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\n" + BODY + "\r\n0\r\n\r\n" + SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%x\r\n%s", "%x\r\n%s\n0\r\n\r\n", "%x\r\n%sxx0\r\n\r\n"})
    void chunksThatDoNotEnd(String chunk) throws IOException {
        assertRefusedOnce(
                head() + "Transfer-Encoding: chunked\r\n\r\n" + chunk.formatted(BODY.length(), BODY) + SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "POST /beta", "POST /beta HTTP/1.1 x", "PO\0ST / HTTP/1.1"})
    void requestLinesThatAreNone(String line) throws IOException {
        assertRefusedOnce(line + "\r\nHost: a\r\nContent-Length: 0\r\n\r\n" + SECOND);
    }

    /** A line feed alone ends a line for some servers, but not for others. */
    @ParameterizedTest
    @ValueSource(strings = {"X: a\nContent-Length: %d\r\n\r\n", "Content-Length: %d\n\r\n", "Content-Length: %d\r\n\n"})
    void linesThatEndInALineFeedAlone(String header) throws IOException {
        assertRefusedOnce(head() + header.formatted(BODY.length()) + BODY + SECOND);
    }

    private void assertRefusedOnce(String request) throws IOException {
        try (RawConnection sender = connect()) {
            sender.send(request);
            String answer = sender.answerUntilClosed(LONGEST_SECONDS);
            assertThat(answer)
                    .startsWith("HTTP/1.1 ")
                    .contains("\"error\":{\"code\":", "request-id: ")
                    .doesNotContain("jetty", "Exception");
            assertThat(answer.substring(9, 12)).isIn("400", "408", "505");
            assertThat(answer.split("HTTP/1.1 ", -1)).as(answer).hasSize(2);
            assertThat(sender.isClosed()).as("closed after " + answer).isTrue();
        }
    }
}
