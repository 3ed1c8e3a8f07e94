package dev.remoteassistance.server.http;

import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Reads and discards the rest of a body before its request is refused. Jetty would close the connection at once; then
 * the network resets it, and a caller that is still sending never sees the refusal. No thread waits for the body.
 */
public final class UnreadBody implements Runnable {

    /** Counted on the wire. A multiple of the maximum size, because a sender that exceeds the limit seldom exceeds it by much. */
    private static final long MAX_BYTES = 16L << 20;

    /** What a chunk adds to its data on the wire, at least. A chunk of one byte makes as much work as a large one. */
    private static final int CHUNK_BYTES = 5;

    private static final Duration MAX_TIME = Duration.ofSeconds(5);

    private final Request request;
    private final Runnable then;
    private Scheduler.Task deadline;
    private long bytes;
    private boolean ended;

    private UnreadBody(Request request, Runnable then) {
        this.request = request;
        this.then = then;
    }

    /** Returns whether a request has a body, by its header. */
    public static boolean isExpected(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** Discards the body, and calls back when it has ended, is too long, or takes too long. */
    static void discard(Request request, Runnable then) {
        // A sender that expects {@code 100 Continue} sends no body before that.
        if (!isExpected(request) || request.getHeaders().contains(HttpHeader.EXPECT)) {
            then.run();
            return;
        }
        UnreadBody body = new UnreadBody(request, then);
        body.deadline = request.getComponents().getScheduler().schedule(body::end, MAX_TIME);
        body.run();
    }

    @Override
    public void run() {
        if (isRead()) {
            end();
        } else {
            request.demand(this);
        }
    }

    private synchronized boolean isRead() {
        while (!ended && bytes < MAX_BYTES) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                return false;
            }
            bytes += CHUNK_BYTES + chunk.remaining();
            chunk.release();
            if (chunk.isLast() || Content.Chunk.isFailure(chunk)) {
                return true;
            }
        }
        return true;
    }

    private void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        deadline.cancel();
        then.run();
    }
}
