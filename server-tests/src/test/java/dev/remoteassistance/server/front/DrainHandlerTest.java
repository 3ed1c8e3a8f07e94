package dev.remoteassistance.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.config.Endpoint;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class DrainHandlerTest {

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int SECONDS = 120;

    private final DrainHandler drain = new DrainHandler(new Handler.Abstract.NonBlocking() {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.write(true, ByteBuffer.allocate(0), callback);
            return true;
        }
    });

    /**
     * The sender could not know that the server is about to end. The port stays open here: after it is closed, Jetty gives a quiet
     * connection a second, which is too short for a test on a busy machine.
     */
    @Test
    void aRequestOnAConnectionThatWasOpenBeforeIsAnsweredAfterTheEndHasBegun() throws Exception {
        Listener server = new Listener(Endpoint.onLoopback(0), drain);
        server.start();
        try (RawConnection open = new RawConnection(server.uri())) {
            open.send(REQUEST);
            Waiting.until(() -> open.answer().contains("200"));
            assertThat(open.isClosed()).isFalse();

            drain.drain(Duration.ZERO);
            drain.shutdown();
            open.send(REQUEST);

            assertThat(open.answerUntilClosed(SECONDS).replaceAll("Date: .*\r\n", ""))
                    .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
                            + "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            assertThat(open.isClosed()).isTrue();
        } finally {
            server.stop();
        }
    }
}
