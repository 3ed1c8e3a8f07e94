package dev.remoteassistance.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.config.Endpoint;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests answers from another thread after the handler has returned, as a store gives them. */
class LateAnswerTest {

    private static final Executor LATER = CompletableFuture.delayedExecutor(30, TimeUnit.MILLISECONDS);
    private static final int SECONDS = 120;

    private final Listener server = new Listener(Endpoint.onLoopback(0), new LateEcho());
    private URI uri;

    @BeforeEach
    void start() throws Exception {
        server.start();
        uri = server.uri();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void oneRequestAfterTheOther() throws Exception {
        try (RawConnection connection = new RawConnection(uri)) {
            for (int number = 1; number <= 5; number++) {
                connection.send(request("body-" + number, ""));
                awaitAnswers(connection, number);
            }
            assertThat(connection.answer()).containsSubsequence("body-1", "body-2", "body-3", "body-4", "body-5");
        }
    }

    @Test
    void requestsThatDoNotWait() throws Exception {
        try (RawConnection connection = new RawConnection(uri)) {
            connection.send(request("body-1", "") + request("body-2", "") + request("body-3", ""));
            awaitAnswers(connection, 3);
            assertThat(connection.answer()).containsSubsequence("body-1", "body-2", "body-3");
        }
    }

    @Test
    void halfOfTheNextRequest() throws Exception {
        try (RawConnection connection = new RawConnection(uri)) {
            String next = request("body-2", "");
            connection.send(request("body-1", "") + next.substring(0, 20));
            awaitAnswers(connection, 1);
            connection.send(next.substring(20));
            awaitAnswers(connection, 2);
            assertThat(connection.answer()).containsSubsequence("body-1", "body-2");
        }
    }

    @Test
    void theLastRequest() throws Exception {
        try (RawConnection connection = new RawConnection(uri)) {
            connection.send(request("body-1", "Connection: close\r\n"));
            assertThat(connection.answerUntilClosed(SECONDS)).contains("Connection: close", "body-1");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    private static String request(String body, String header) {
        return "POST / HTTP/1.1\r\nHost: localhost\r\n%sContent-Length: %d\r\n\r\n%s"
                .formatted(header, body.length(), body);
    }

    private static void awaitAnswers(RawConnection connection, int count) throws Exception {
        Waiting.until(() -> answers(connection) >= count);
        assertThat(answers(connection)).as(connection.answer()).isEqualTo(count);
    }

    private static int answers(RawConnection connection) {
        return connection.answer().split("body-", -1).length - 1;
    }

    /** Reads the body at once, and sends it back later. */
    private static final class LateEcho extends Handler.Abstract.NonBlocking {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            Content.Source.asByteBuffer(
                    request,
                    Promise.from(body -> LATER.execute(() -> response.write(true, body, callback)), callback::failed));
            return true;
        }
    }
}
