package dev.remoteassistance.server.http.wire;

import java.nio.ByteBuffer;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.ByteArrayOutputStream2;
import org.eclipse.jetty.util.Callback;

/**
 * Calls the next handler once a small body has come, so that no thread waits for its sender. The next handler has to wait
 * itself for a large body, with {@link LargeBodies leave}, and for one whose sender waits to be asked for it.
 *
 * <p>A request that is swift, and whose body is there already, stays on the thread that read it: handing it on would cost
 * more than what is left to do. That thread serves many connections, so that all others go to the pool.
 *
 * <p>The bytes are copied: Jetty's handler for this keeps the chunks as they came, an object for each byte if the sender
 * likes.
 */
public final class SmallBodyHandler extends Handler.Wrapper {

    /** Room for the first bytes of a body that does not say how long it is. */
    private static final int UNDECLARED_BYTES = 512;

    private final Predicate<Request> swift;

    /**
     * @param swift whether the next handler never waits for anything but the body
     */
    public SmallBodyHandler(Predicate<Request> swift, Handler handler) {
        super(handler);
        this.swift = swift;
    }

    /** What may wait goes to the pool from here. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    /** Tells whether a body, from what the header says of it, comes to the next handler in whole if it is small. */
    public static boolean comesByItself(long declaredLength, String expect) {
        return declaredLength < LargeBodies.LARGE_BYTES && !HttpHeaderValue.CONTINUE.is(expect);
    }

    static boolean hasBody(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!hasBody(request)
                || !comesByItself(request.getLength(), request.getHeaders().get(HttpHeader.EXPECT))) {
            handOver(request, response, callback);
            return true;
        }
        Arrival arrival = new Arrival(request, response, callback);
        if (!arrival.isThere()) {
            request.demand(arrival);
            return true;
        }
        if (arrival.isWhole() && swift.test(request)) {
            return super.handle(arrival, response, callback);
        }
        handOver(arrival, response, callback);
        return true;
    }

    private void handOver(Request request, Response response, Callback callback) {
        request.getContext().execute(() -> {
            try {
                if (!getHandler().handle(request, response, callback)) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Throwable failure) {
                Response.writeError(request, response, callback, failure);
            }
        });
    }

    /** A body on its way, and the request that has it. */
    private final class Arrival extends Request.Wrapper implements Runnable {

        private final Response response;
        private final Callback callback;
        private final ByteArrayOutputStream2 bytes;
        private Content.Chunk end;
        private boolean handedOver;

        Arrival(Request request, Response response, Callback callback) {
            super(request);
            this.bytes = new ByteArrayOutputStream2(Math.max(UNDECLARED_BYTES, (int) request.getLength()));
            this.response = response;
            this.callback = callback;
        }

        boolean isThere() {
            while (end == null && bytes.size() < LargeBodies.LARGE_BYTES) {
                Content.Chunk chunk = super.read();
                if (chunk == null) {
                    return false;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    end = chunk;
                    return true;
                }
                byte[] part = new byte[chunk.remaining()];
                chunk.getByteBuffer().get(part);
                bytes.writeBytes(part);
                chunk.release();
                if (chunk.isLast()) {
                    end = Content.Chunk.EOF;
                }
            }
            return true;
        }

        @Override
        public void run() {
            if (!isThere()) {
                getWrapped().demand(this);
                return;
            }
            handOver(this, response, callback);
        }

        /** Whether there is nothing more to wait for. */
        boolean isWhole() {
            return end == Content.Chunk.EOF;
        }

        @Override
        public Content.Chunk read() {
            if (!handedOver) {
                handedOver = true;
                if (bytes.size() > 0) {
                    return Content.Chunk.from(ByteBuffer.wrap(bytes.getBuf(), 0, bytes.getCount()), false);
                }
            }
            return end == null ? super.read() : end;
        }

        @Override
        public void demand(Runnable onContent) {
            if (end == null && handedOver) {
                super.demand(onContent);
            } else {
                onContent.run();
            }
        }
    }
}
