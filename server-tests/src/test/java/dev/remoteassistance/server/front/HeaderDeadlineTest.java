package dev.remoteassistance.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.config.Endpoint;
import java.nio.ByteBuffer;
import java.nio.channels.WritePendingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** Tests what a listener answers to the senders of late headers when something comes between. */
class HeaderDeadlineTest {

    private static final int SECONDS = 120;
    private static final String REFUSAL = "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n";
    private static final String START = "GET / HTTP/1.1\r\nHost: a\r\n";

    /** Jetty may be writing an answer to a malformed header: then no other one can be written. */
    @Test
    void aRefusalThatCannotBeSentEndsThatConnectionAlone() throws Exception {
        AtomicInteger refusals = new AtomicInteger();
        Listener server = server(() -> {
            if (refusals.getAndIncrement() == 0) {
                throw new WritePendingException();
            }
            return refusal();
        });
        server.start();
        try (RawConnection first = new RawConnection(server.uri())) {
            first.send(START);
            assertThat(first.answerUntilClosed(SECONDS)).isEmpty();
            assertThat(first.isClosed()).isTrue();
            try (RawConnection next = new RawConnection(server.uri())) {
                next.send(START);
                assertThat(next.answerUntilClosed(SECONDS)).isEqualTo(REFUSAL);
            }
        } finally {
            server.stop();
        }
    }

    /** The rest of the header arrives while the refusal is made. */
    @Test
    void aHeaderThatArrivesWithItsRefusalIsRefusedAllTheSame() throws Exception {
        CompletableFuture<RawConnection> sender = new CompletableFuture<>();
        CompletableFuture<String> early = new CompletableFuture<>();
        Listener server = server(() -> {
            RawConnection late = sender.join();
            late.send("\r\n");
            early.complete(late.answerUntilClosed(2));
            return refusal();
        });
        server.start();
        try (RawConnection late = new RawConnection(server.uri())) {
            late.send(START);
            sender.complete(late);
            assertThat(early.join()).startsWith("HTTP/1.1 408 ");
            assertThat(late.answerUntilClosed(SECONDS).split("HTTP/1.1 ", -1)).hasSize(2);
        } finally {
            server.stop();
        }
    }

    private static ByteBuffer refusal() {
        return ByteBuffer.wrap(REFUSAL.getBytes(StandardCharsets.US_ASCII));
    }

    private static Listener server(Supplier<ByteBuffer> tooLate) {
        return new Listener(
                Endpoint.onLoopback(0),
                new HttpLimits(HttpLimits.DEFAULT.maxConnections(), Duration.ofSeconds(1)),
                Optional.empty(),
                tooLate,
                new NoContent());
    }

    private static final class NoContent extends Handler.Abstract.NonBlocking {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(204);
            callback.succeeded();
            return true;
        }
    }
}
