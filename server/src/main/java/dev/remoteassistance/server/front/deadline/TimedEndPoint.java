package dev.remoteassistance.server.front.deadline;

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
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Scheduler;

/** A connection that records when it began to wait for a request header. */
final class TimedEndPoint extends SocketChannelEndPoint {

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
