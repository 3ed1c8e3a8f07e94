package dev.remoteassistance.server.body;

import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Reads one body asynchronously. Copies the bytes: Jetty's own handler keeps the chunks as they come, and a sender can
 * make each a buffer of one byte. A timer checks the pace, because a sender can also send too little for Jetty to pass
 * anything on, such as a part of a TLS record.
 */
final class BodyArrival implements Runnable {

    /** A slower sender is an attack, not a slow connection. */
    private static final int MIN_BYTES_PER_SECOND = 256;

    private static final long WINDOW_SECONDS = 5;
    private static final long MAX_SECONDS = 60;
    private static final long TICK_SECONDS = 1;

    /** Initial buffer for a body that does not declare its length. */
    private static final int UNDECLARED_BYTES = 512;

    private static final Runnable NOTHING = () -> {};

    private final Request request;
    private final int maxBytes;
    private final BodyMemory.Share memory;
    private final Promise<ByteBuffer> body;

    private final long start = NanoTime.now();
    private byte[] bytes;
    private int count;
    private boolean ended;
    private Scheduler.Task timer;
    private long windowStart = start;
    private int countAtWindowStart;

    /**
     * @param body gets the body when it is complete, or the reason if it is refused
     */
    BodyArrival(Request request, int maxBytes, BodyMemory.Share memory, Promise<ByteBuffer> body) {
        this.request = request;
        this.maxBytes = maxBytes;
        this.memory = memory;
        this.body = body;
        long declared = request.getLength();
        this.bytes = new byte[declared < 0 ? UNDECLARED_BYTES : (int) Math.min(declared, BodyMemory.SMALL_BYTES)];
    }

    /** Reads the bytes that are available; Jetty calls again when there are more. */
    @Override
    public void run() {
        takeAvailable().run();
    }

    /** Returns what to do next, after the lock is released. */
    private synchronized Runnable takeAvailable() {
        try {
            while (!ended) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    watch();
                    return () -> request.demand(this);
                }
                if (Content.Chunk.isFailure(chunk)) {
                    return refuse(chunk.getFailure());
                }
                try {
                    take(chunk.getByteBuffer());
                } finally {
                    chunk.release();
                }
                if (chunk.isLast()) {
                    end();
                    return () -> body.succeeded(ByteBuffer.wrap(bytes, 0, count));
                }
            }
            return NOTHING;
        } catch (RefusalException refusal) {
            return refuse(refusal);
        }
    }

    private void take(ByteBuffer part) {
        int length = part.remaining();
        if (length > maxBytes - count) {
            throw new RefusalException(ErrorCode.REQUEST_ENTITY_TOO_LARGE);
        }
        if (length > bytes.length - count) {
            int size = Math.min(maxBytes, Math.max(2 * bytes.length, count + length));
            memory.arrive(size);
            bytes = Arrays.copyOf(bytes, size);
        }
        part.get(bytes, count, length);
        count += length;
    }

    private void watch() {
        if (timer == null) {
            timer = request.getComponents().getScheduler().schedule(() -> look().run(), TICK_SECONDS, TimeUnit.SECONDS);
        }
    }

    private synchronized Runnable look() {
        timer = null;
        if (!ended && isTooSlow(NanoTime.now())) {
            return refuse(new RefusalException(ErrorCode.REQUEST_TIMEOUT));
        }
        if (!ended) {
            watch();
        }
        return NOTHING;
    }

    private boolean isTooSlow(long now) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(now - windowStart);
        if (seconds < WINDOW_SECONDS) {
            return TimeUnit.NANOSECONDS.toSeconds(now - start) >= MAX_SECONDS;
        }
        boolean slow = count - countAtWindowStart < MIN_BYTES_PER_SECOND * seconds;
        windowStart = now;
        countAtWindowStart = count;
        return slow;
    }

    private Runnable refuse(Throwable reason) {
        end();
        // The refused request may last a while, and must not keep the bytes until it ends.
        bytes = new byte[0];
        return () -> body.failed(reason);
    }

    private void end() {
        ended = true;
        if (timer != null) {
            timer.cancel();
        }
    }
}
