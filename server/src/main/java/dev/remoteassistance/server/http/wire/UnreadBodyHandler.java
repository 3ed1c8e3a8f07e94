package dev.remoteassistance.server.http.wire;

import java.time.Duration;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/**
 * Takes what is still on its way when a request was answered before all of its body was read. Closing at once would make
 * the network reset the connection, and destroy the answer before a caller that is still sending has read it. No thread
 * waits for it.
 */
public final class UnreadBodyHandler extends Handler.Wrapper {

    /** Some times the largest body, since who sends more than is allowed seldom sends much more. */
    private static final long MAX_BYTES = 16 << 20;

    private static final Duration LONGEST = Duration.ofSeconds(5);

    public UnreadBodyHandler(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, response, new Rest(request, callback));
    }

    private static final class Rest extends Callback.Nested implements Runnable {

        private final Request request;
        private long start;
        private long bytes;

        Rest(Request request, Callback callback) {
            super(callback);
            this.request = request;
        }

        @Override
        public void succeeded() {
            start = NanoTime.now();
            run();
        }

        @Override
        public void run() {
            while (bytes < MAX_BYTES && NanoTime.since(start) < LONGEST.toNanos()) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    break;
                }
                bytes += chunk.remaining();
                chunk.release();
                if (chunk.isLast()) {
                    break;
                }
            }
            super.succeeded();
        }
    }
}
