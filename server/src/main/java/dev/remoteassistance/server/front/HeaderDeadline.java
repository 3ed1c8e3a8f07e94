package dev.remoteassistance.server.front;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections whose sender takes too long for the header of a request. The time begins when the connection is
 * accepted or the first byte of its next request arrives, below TLS, so that handshakes count as well. Jetty's idle
 * timeout does not end a sender that sends a byte now and then.
 */
final class HeaderDeadline extends Handler.Wrapper {

    private static final Duration TICK = Duration.ofMillis(500);

    private final Duration maxTime;
    private final Supplier<ByteBuffer> refusal;
    private volatile Scheduler.Task timer;

    /** @param refusal makes the answer to a request whose header is late */
    HeaderDeadline(Duration maxTime, Supplier<ByteBuffer> refusal, Handler handler) {
        super(handler);
        this.maxTime = maxTime;
        this.refusal = refusal;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        TimedEndPoint timed = (TimedEndPoint) (endPoint instanceof EndPoint.Wrapper tls ? tls.unwrap() : endPoint);
        if (!timed.begin(request)) {
            // The timer is about to send the same. Whichever comes first ends the connection's output.
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
            Response.writeError(request, response, callback, HttpStatus.REQUEST_TIMEOUT_408);
            return true;
        }
        Request.addCompletionListener(request, failure -> timed.end(request));
        return super.handle(request, response, callback);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        timer = getServer().getScheduler().schedule(this::look, TICK);
    }

    @Override
    protected void doStop() throws Exception {
        timer.cancel();
        super.doStop();
    }

    private void look() {
        for (Connector connector : getServer().getConnectors()) {
            for (EndPoint endPoint : connector.getConnectedEndPoints()) {
                if (endPoint instanceof TimedEndPoint timed) {
                    timed.look(maxTime, refusal);
                }
            }
        }
        timer = getServer().getScheduler().schedule(this::look, TICK);
    }

    /** A connection that records since when it has been waiting for a header. */
    static final class TimedEndPoint extends SocketChannelEndPoint {

        /** No byte of the next request has arrived. */
        private static final Object QUIET = new Object();

        private static final Object REFUSED = new Object();

        /** {@link #QUIET}, {@link #REFUSED}, the time at which a header began, or the request that is being answered. */
        private final AtomicReference<Object> state = new AtomicReference<>(NanoTime.now());

        private volatile boolean silent = true;

        TimedEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
            super(channel, selector, key, scheduler);
        }

        @Override
        public int fill(ByteBuffer buffer) throws IOException {
            int bytes = super.fill(buffer);
            if (bytes > 0) {
                silent = false;
                if (state.get() == QUIET) {
                    state.compareAndSet(QUIET, NanoTime.now());
                }
            }
            return bytes;
        }

        /** Records that the header is complete, and returns whether it was in time. */
        boolean begin(Request request) {
            return state.getAndUpdate(before -> before == REFUSED ? before : request) != REFUSED;
        }

        /** Records the end of a request, unless the next one has begun meanwhile. */
        void end(Request request) {
            state.compareAndSet(request, QUIET);
        }

        void look(Duration maxTime, Supplier<ByteBuffer> refusal) {
            Object seen = state.get();
            if (seen == REFUSED) {
                close();
            } else if (seen instanceof Long start
                    && NanoTime.since(start) > maxTime.toNanos()
                    && state.compareAndSet(start, REFUSED)) {
                refuse(refusal);
            }
        }

        /** Refuses. The next look closes, so that the answer can be read; closes at once if none can be sent. */
        private void refuse(Supplier<ByteBuffer> refusal) {
            EndPoint http = getConnection() instanceof SslConnection tls ? decrypted(tls) : this;
            if (silent || http == null) {
                close();
                return;
            }
            try {
                http.write(Callback.from(http::shutdownOutput), refusal.get());
            } catch (RuntimeException e) {
                // Jetty is writing another answer, such as one to a malformed header.
            }
        }

        /** Returns null if the handshake is not complete. */
        private static EndPoint decrypted(SslConnection tls) {
            return tls.getSSLEngine().getSession().getProtocol().equals("NONE") ? null : tls.getSslEndPoint();
        }
    }
}
