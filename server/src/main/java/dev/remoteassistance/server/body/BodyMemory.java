package dev.remoteassistance.server.body;

import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of the heap large bodies may take: while they arrive, and while they are read, which takes far more but depends
 * on no sender. So a slow sender holds the bytes that it has sent, and no more.
 *
 * <p>One tenant gets half of either at most, unless a single body needs more, so that no tenant holds what all need. Small
 * bodies take no share, so that large ones cannot keep them out.
 */
public final class BodyMemory {

    /** Up to here a body is small; reports are far smaller. */
    static final int SMALL_BYTES = 16 * 1024;

    /** Names, values and brackets take 200 bytes of heap each, and the densest JSON has one in two bytes. */
    private static final long HEAP_FOR_EACH_BYTE = 100;

    /** A body of the largest size, its tree, and the form that is stored; the number of values has a limit of its own. */
    private static final long MAX_HEAP_FOR_EACH_BYTE = 16;

    /** Leaves room for bodies of other tenants beside a largest one, in the smallest of heaps. */
    private static final long ROOM_FOR_OTHERS = 8L << 20;

    private static final int ARRIVING_PART = 8;

    private final Budget arriving;
    private final Budget parsed;
    private final long maxHeapForOne;

    /**
     * @param heapBytes the size of the heap
     * @param maxBodyBytes the size of the largest body, as it arrives
     */
    public BodyMemory(long heapBytes, int maxBodyBytes) {
        this.maxHeapForOne = MAX_HEAP_FOR_EACH_BYTE * maxBodyBytes;
        this.arriving = new Budget(heapBytes / ARRIVING_PART, maxBodyBytes);
        this.parsed = new Budget(heapBytes, maxHeapForOne);
    }

    /** Returns what a request of a tenant has, which is nothing yet. */
    Share share(String tenant) {
        return new Share(tenant);
    }

    /** What one request has of the memory, until it is closed. Used by one thread at a time. */
    final class Share implements AutoCloseable {

        private final String tenant;
        private long arrivingBytes;
        private long parsedBytes;

        private Share(String tenant) {
            this.tenant = tenant;
        }

        /**
         * Makes room for a body that arrives.
         *
         * @param bytes its size by now
         * @throws RefusalException if there is none
         */
        void arrive(int bytes) {
            arrivingBytes = raise(arriving, arrivingBytes, bytes <= SMALL_BYTES ? 0 : bytes);
        }

        /**
         * Makes room for all that is made of a body.
         *
         * @param bytes its size, inflated
         * @throws RefusalException if there is none
         */
        void parse(int bytes) {
            long heap = Math.min(HEAP_FOR_EACH_BYTE * bytes, maxHeapForOne);
            parsedBytes = raise(parsed, parsedBytes, bytes <= SMALL_BYTES ? 0 : heap);
        }

        private long raise(Budget budget, long held, long needed) {
            if (needed <= held) {
                return held;
            }
            if (!budget.take(tenant, needed - held)) {
                throw new RefusalException(
                        ErrorCode.OVERLOADED,
                        "The server has too many large bodies to read. Sending the report again is safe.");
            }
            return needed;
        }

        @Override
        public void close() {
            arriving.giveBack(tenant, arrivingBytes);
            parsed.giveBack(tenant, parsedBytes);
            arrivingBytes = 0;
            parsedBytes = 0;
        }
    }

    /** Bytes that all share. Tenants that hold none are not remembered. */
    private static final class Budget {

        private final long maxOfTenant;
        private final Map<String, Long> held = new HashMap<>();
        private long free;

        Budget(long bytes, long largest) {
            this.free = Math.max(bytes, largest + ROOM_FOR_OTHERS);
            this.maxOfTenant = Math.max(free / 2, largest);
        }

        synchronized boolean take(String tenant, long bytes) {
            long ofTenant = held.getOrDefault(tenant, 0L) + bytes;
            if (bytes > free || ofTenant > maxOfTenant) {
                return false;
            }
            free -= bytes;
            held.put(tenant, ofTenant);
            return true;
        }

        synchronized void giveBack(String tenant, long bytes) {
            if (bytes > 0) {
                free += bytes;
                held.computeIfPresent(tenant, (name, ofTenant) -> ofTenant == bytes ? null : ofTenant - bytes);
            }
        }
    }
}
