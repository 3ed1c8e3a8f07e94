package dev.remoteassistance.server.http.wire;

import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * How many large bodies may be in memory at once, each with all that is made of it. Small ones need no permit, so that
 * large ones cannot keep them out.
 */
public final class LargeBodies {

    /** From here on a body is large; reports are far smaller. */
    public static final int LARGE_BYTES = 16 * 1024;

    /** A body of four mebibytes, its tree, the form that is stored, and the same once more for what else goes on. */
    private static final long HEAP_FOR_EACH = 64L << 20;

    /** They take a thread each while they are being read, and must not take all that there are. */
    private static final int MOST = 64;

    private final Semaphore permits;

    LargeBodies(int permits) {
        this.permits = new Semaphore(permits);
    }

    /** As many as the heap of this process can take. */
    public static LargeBodies ofHeap() {
        return ofHeap(Runtime.getRuntime().maxMemory());
    }

    static LargeBodies ofHeap(long maxBytes) {
        return new LargeBodies((int) Math.max(1, Math.min(MOST, maxBytes / HEAP_FOR_EACH)));
    }

    /** Takes a permit, if there is one; whoever has it closes it when its request is done. */
    public Optional<Permit> tryTake() {
        return permits.tryAcquire() ? Optional.of(permits::release) : Optional.empty();
    }

    /** Leave to keep one large body. */
    @FunctionalInterface
    public interface Permit extends AutoCloseable {
        @Override
        void close();
    }
}
