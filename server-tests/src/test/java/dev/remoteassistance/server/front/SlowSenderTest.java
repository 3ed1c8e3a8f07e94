package dev.remoteassistance.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.Waiting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests more slow senders than the server has threads. A byte now and then keeps off any idle timeout. */
class SlowSenderTest extends HostileSenderTest {

    /** The number of Jetty's threads. */
    private static final int THREADS = 200;

    private static final int SENDERS_OF_EACH = 60;
    private static final int MAX_ROUNDS = 10;

    private static final int LONGEST_SECONDS = 60;

    /** The first part of a request, the part that is sent byte by byte, and the expected refusal. */
    enum Attack {
        HEADER("X: a", "a", "408"),
        EMPTY_LINES("", "\r\n", "408"),
        BODY("Content-Length: 1000\r\n\r\n", " ", "408"),
        CHUNKED_BODY("Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n", "408"),
        CHUNK_EXTENSION("Transfer-Encoding: chunked\r\n\r\n1;", "a", "408"),
        TRAILER("Transfer-Encoding: chunked\r\n\r\n0\r\nX: ", "a", "408"),
        BODY_OF_A_STRANGER("Content-Length: 1000\r\n\r\n", " ", "401"),
        EXPECTED_BODY("Expect: 100-continue\r\nContent-Length: 1000\r\n\r\n", " ", "408", "503"),
        LARGE_BODY("Content-Length: 1000000\r\n\r\n", " ", "408", "503"),
        LARGE_START(
                "Transfer-Encoding: chunked\r\n\r\n5000\r\n" + " ".repeat(0x5000) + "\r\n", "1\r\n \r\n", "408", "503");

        private final String start;
        private final String bit;
        private final List<String> refusals;

        Attack(String start, String bit, String... refusals) {
            this.start = start;
            this.bit = bit;
            this.refusals = List.of(refusals);
        }

        void assertRefused(RawConnection sender) {
            assertThat(sender.isClosed()).as(name()).isTrue();
            String answer = sender.answer();
            String last = answer.substring(Math.max(0, answer.lastIndexOf("HTTP/1.1 ")));
            assertThat(last).as(name()).contains("request-id: ", "\"error\":{\"code\":");
            assertThat(last.substring(9, 12)).as(name()).isIn(refusals);
        }
    }

    @Test
    void allAtOnce() throws Exception {
        Map<RawConnection, Attack> senders = new LinkedHashMap<>();
        try {
            // A busy machine may refuse the first senders before the last one comes: then more come.
            for (int i = 0; i < MAX_ROUNDS && open(senders) <= THREADS; i++) {
                connectAll(senders);
                assertGoodCallersAreServed();
            }
            assertThat(open(senders)).isGreaterThan(THREADS);

            sendBitByBit(senders);
            assertThat(senders).allSatisfy((sender, attack) -> attack.assertRefused(sender));
        } finally {
            for (RawConnection sender : senders.keySet()) {
                sender.close();
            }
        }
    }

    private void connectAll(Map<RawConnection, Attack> senders) throws IOException {
        for (Attack attack : Attack.values()) {
            String start = head(attack) + attack.start;
            for (int i = 0; i < SENDERS_OF_EACH; i++) {
                RawConnection sender = connect();
                sender.send(start);
                senders.put(sender, attack);
            }
        }
    }

    private static long open(Map<RawConnection, Attack> senders) {
        return senders.keySet().stream().filter(sender -> !sender.isClosed()).count();
    }

    private String head(Attack attack) {
        return switch (attack) {
            case EMPTY_LINES -> "\r\n";
            case BODY_OF_A_STRANGER -> anonymousHead();
            default -> head();
        };
    }

    private static void sendBitByBit(Map<RawConnection, Attack> senders) throws InterruptedException {
        for (int i = 0; i < LONGEST_SECONDS * 2; i++) {
            senders.forEach((sender, attack) -> {
                if (!sender.isClosed() && !sender.answer().contains("\"error\"")) {
                    sender.send(attack.bit);
                }
            });
            if (senders.keySet().stream().allMatch(RawConnection::isClosed)) {
                return;
            }
            Thread.sleep(500);
        }
    }

    /** A sender that closes its connection is not a failure of the server. */
    @Test
    void aRefusedSenderThatCloses() throws Exception {
        List<RawConnection> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS_OF_EACH; i++) {
            RawConnection sender = connect();
            sender.send(anonymousHead());
            senders.add(sender);
        }
        for (RawConnection sender : senders) {
            Waiting.until(() -> sender.answer().startsWith("HTTP/1.1 408 "));
            sender.close();
        }
    }

    /** Time for a header counts from its first byte, not from the last answer. */
    @Test
    void aQuietConnectionIsNotSlow() throws Exception {
        try (RawConnection caller = connect()) {
            for (int i = 0; i < 2; i++) {
                Thread.sleep(i * (HEADER_TIME.toMillis() + 500));
                caller.send(anonymousHead() + "Content-Length: 0\r\n\r\n");
                int answers = i + 1;
                Waiting.until(() -> caller.answer().split("HTTP/1.1 401 ", -1).length > answers);
                assertThat(caller.answer().split("HTTP/1.1 401 ", -1)).hasSize(i + 2);
            }
        }
    }
}
