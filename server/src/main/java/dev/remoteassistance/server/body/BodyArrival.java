package dev.remoteassistance.server.body;

import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A body on its way. Its bytes are copied: Jetty's own handler for this keeps chunks as they come, a buffer for each byte
 * if the sender likes. A timer looks at its pace, since a sender can also send too little for Jetty to pass anything on,
 * such as a part of a TLS record.
 */
final class BodyArrival implements Runnable {

    /** The pace at which a body has to come: slower senders are an attack and no connection. */
    private static final int MIN_BYTES_PER_SECOND = 256;

    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final Duration MAX_TIME = Duration.ofMinutes(1);
    private static final Duration TICK = Duration.ofSeconds(1);

    /** Room for the first bytes of a body that does not say how long it is. */
    private static final int UNDECLARED_BYTES = 512;

    private final Request request;
    private final IntConsumer memory;
    private final Consumer<ByteBuffer> arrived;
    private final Consumer<RefusalException> refused;
    private final int maxBytes;
    private final int maxOnTheWire;
    private final long start = NanoTime.now();

    private byte[] bytes;
    private int count;
    private boolean ended;
    private Scheduler.Task timer;
    private long windowStart = start;
    private int countBefore;

    /**
     * @param maxBytes the limit that a caller knows
     * @param maxOnTheWire how many bytes may arrive
     * @param memory is told the size of each buffer before it is made, and may refuse
     * @param arrived takes the body when it is complete
     * @param refused takes the reason why it never will be
     */
    BodyArrival(
            Request request,
            int maxBytes,
            int maxOnTheWire,
            IntConsumer memory,
            Consumer<ByteBuffer> arrived,
            Consumer<RefusalException> refused) {
        this.request = request;
        this.maxBytes = maxBytes;
        this.maxOnTheWire = maxOnTheWire;
        this.memory = memory;
        this.arrived = arrived;
        this.refused = refused;
        long declared = request.getLength();
        this.bytes = new byte[declared < 0 ? UNDECLARED_BYTES : (int) Math.min(declared, BodyMemory.SMALL_BYTES)];
    }

    /** Takes what is there; Jetty calls again when there is more. */
    @Override
    public void run() {
        takeAvailable().run();
    }

    /** Returns what to do next, which must not be done under the lock. */
    private synchronized Runnable takeAvailable() {
        if (ended) {
            return () -> {};
        }
        try {
            while (true) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    watch();
                    return () -> request.demand(this);
                }
                if (Content.Chunk.isFailure(chunk)) {
                    return end(failed(chunk.getFailure()));
                }
                try {
                    take(chunk.getByteBuffer());
                } finally {
                    chunk.release();
                }
                if (chunk.isLast()) {
                    end();
                    return () -> arrived.accept(ByteBuffer.wrap(bytes, 0, count));
                }
            }
        } catch (RefusalException refusal) {
            return end(refusal);
        }
    }

    private void take(ByteBuffer part) {
        int length = part.remaining();
        if (length > maxOnTheWire - count) {
            throw ReceivedBody.tooLarge(maxBytes);
        }
        if (length > bytes.length - count) {
            int size = Math.min(maxOnTheWire, Math.max(2 * bytes.length, count + length));
            memory.accept(size);
            bytes = Arrays.copyOf(bytes, size);
        }
        part.get(bytes, count, length);
        count += length;
    }

    private void watch() {
        if (timer == null) {
            timer = request.getComponents().getScheduler().schedule(this::look, TICK);
        }
    }

    private void look() {
        Runnable next = () -> {};
        synchronized (this) {
            timer = null;
            if (!ended && isTooSlow(NanoTime.now())) {
                next = end(tooSlow());
            } else if (!ended) {
                watch();
            }
        }
        next.run();
    }

    private boolean isTooSlow(long now) {
        long elapsed = now - windowStart;
        if (now - start > MAX_TIME.toNanos()) {
            return true;
        }
        if (elapsed <= WINDOW.toNanos()) {
            return false;
        }
        boolean slow = count - countBefore
                < MIN_BYTES_PER_SECOND * Duration.ofNanos(elapsed).toSeconds();
        windowStart = now;
        countBefore = count;
        return slow;
    }

    private Runnable end(RefusalException refusal) {
        end();
        return () -> refused.accept(refusal);
    }

    private void end() {
        ended = true;
        if (timer != null) {
            timer.cancel();
        }
    }

    private static RefusalException failed(Throwable failure) {
        return failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException
                ? tooSlow()
                : new RefusalException(ErrorCode.BAD_REQUEST, "The body is not complete.");
    }

    private static RefusalException tooSlow() {
        return new RefusalException(ErrorCode.REQUEST_TIMEOUT, "The body did not arrive in time.");
    }
}
