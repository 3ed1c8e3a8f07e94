package dev.remoteassistance.server.http.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/**
 * Takes what is still on its way before a request is answered of whose body not all was read. Jetty would close the
 * connection at once; then the network resets it, and destroys the answer before a caller that is still sending has read
 * it. No thread waits for it.
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
        if (!SmallBodyHandler.hasBody(request) || request.getHeaders().contains(HttpHeader.EXPECT)) {
            return super.handle(request, response, callback);
        }
        WatchedRequest watched = new WatchedRequest(request);
        HeldResponse held = new HeldResponse(watched, response);
        return super.handle(watched, held, new Answer(watched, held, callback));
    }

    /** Knows whether all of its body was read. */
    private static final class WatchedRequest extends Request.Wrapper {

        private boolean ended;

        WatchedRequest(Request request) {
            super(request);
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk chunk = super.read();
            ended |= chunk != null && chunk.isLast();
            return chunk;
        }
    }

    /** Keeps an answer back while its request is not read: Jetty stops reading when the end of the answer is written. */
    private static final class HeldResponse extends Response.Wrapper {

        private final WatchedRequest request;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean holding;

        HeldResponse(WatchedRequest request, Response response) {
            super(request, response);
            this.request = request;
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            holding |= !request.ended;
            if (!holding) {
                super.write(last, content, callback);
                return;
            }
            bytes.writeBytes(BufferUtil.toArray(content));
            BufferUtil.clear(content);
            callback.succeeded();
        }

        void send(Callback callback) {
            getWrapped().write(true, ByteBuffer.wrap(bytes.toByteArray()), callback);
        }
    }

    private static final class Answer extends Callback.Nested implements Runnable {

        private final WatchedRequest request;
        private final HeldResponse response;
        private long start;
        private long bytes;

        Answer(WatchedRequest request, HeldResponse response, Callback callback) {
            super(callback);
            this.request = request;
            this.response = response;
        }

        @Override
        public void succeeded() {
            if (!response.holding) {
                super.succeeded();
                return;
            }
            start = NanoTime.now();
            run();
        }

        @Override
        public void run() {
            while (!request.ended && bytes < MAX_BYTES && NanoTime.since(start) < LONGEST.toNanos()) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                bytes += chunk.remaining();
                chunk.release();
            }
            response.send(getCallback());
        }
    }
}
