package dev.remoteassistance.server.front;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
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
 * Ends connections whose sender takes too long for the header of a request: counted from the moment that the connection
 * is accepted, or that the first byte of its next request arrives, and below TLS, so that handshakes count as well. Jetty's
 * idle timeout is content with a byte now and then.
 */
final class HeaderDeadline extends Handler.Wrapper {

    private static final Duration TICK = Duration.ofMillis(500);

    private final Duration maxTime;
    private final Supplier<ByteBuffer> refusal;
    private volatile Scheduler.Task timer;

    /**
     * @param refusal makes the answer to a request that is late
     * @param handler takes the requests whose header is complete
     */
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
            callback.failed(new IOException("The header came too late"));
            return true;
        }
        Request.addCompletionListener(request, failure -> timed.end(request));
        return super.handle(request, response, callback);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        schedule();
    }

    @Override
    protected void doStop() throws Exception {
        timer.cancel();
        super.doStop();
    }

    private void schedule() {
        timer = getServer().getScheduler().schedule(this::look, TICK);
    }

    private void look() {
        for (Connector connector : getServer().getConnectors()) {
            for (EndPoint endPoint : connector.getConnectedEndPoints()) {
                if (endPoint instanceof TimedEndPoint timed) {
                    timed.look(maxTime, refusal);
                }
            }
        }
        if (isRunning() || isStarting()) {
            schedule();
        }
    }

    /** A connection that knows how long it has been waiting for a header. */
    static final class TimedEndPoint extends SocketChannelEndPoint {

        /** The first byte of the next request has not come. */
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

        /** Returns whether the header was in time. */
        boolean begin(Request request) {
            return state.getAndUpdate(before -> before == REFUSED ? before : request) != REFUSED;
        }

        /** The next request may have begun before the end of this one is told. */
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

        /** Closes it, or closes it at the next look, so that the refusal can be read. */
        private void refuse(Supplier<ByteBuffer> refusal) {
            EndPoint http = getConnection() instanceof SslConnection tls ? decrypted(tls) : this;
            if (silent || http == null || http.isOutputShutdown()) {
                close();
            } else {
                http.write(Callback.from(http::shutdownOutput, this::close), refusal.get());
            }
        }

        /** Returns null if the handshake is not complete. */
        private static EndPoint decrypted(SslConnection tls) {
            boolean complete = !tls.getSSLEngine().getSession().getProtocol().equals("NONE");
            return complete ? tls.getSslEndPoint() : null;
        }
    }
}
