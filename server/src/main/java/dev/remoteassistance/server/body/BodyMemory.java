package dev.remoteassistance.server.body;

import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import java.util.HashMap;
import java.util.Map;

/**
 * Bounds the heap that large bodies take. It has two budgets: one for bodies that arrive, one for bodies that are
 * parsed, which take far more heap but wait for no sender. So a slow sender holds only the bytes that it has sent.
 *
 * <p>One tenant gets at most half of either budget, unless a single body needs more, so that it cannot keep others out.
 * At any time, at most one of its bodies of maximum size is parsed for every two processors. Small bodies take nothing
 * from the budgets, so that large ones cannot keep them out.
 */
public final class BodyMemory {

    /** Maximum size of a small body; reports are far smaller. */
    static final int SMALL_BYTES = 16 * 1024;

    /** A name, value or bracket takes 200 bytes of heap, and the densest JSON has one of them in every two bytes. */
    private static final long HEAP_FOR_EACH_BYTE = 100;

    /** For a body of maximum size, its tree and its stored form; the number of its values has a limit of its own. */
    private static final long MAX_HEAP_FOR_EACH_BYTE = 16;

    /** Bytes that remain for other tenants beside one body of maximum size, even in the smallest heap. */
    private static final long ROOM_FOR_OTHERS = 8L << 20;

    private static final int ARRIVING_PART = 8;

    private final Budget arriving;
    private final Budget parsed;
    private final long maxHeapForOne;

    /**
     * @param heapBytes the size of the heap
     * @param maxBodyBytes the maximum size of a body on the wire
     * @param processors the number of processors
     */
    public BodyMemory(long heapBytes, int maxBodyBytes, int processors) {
        this.maxHeapForOne = MAX_HEAP_FOR_EACH_BYTE * maxBodyBytes;
        this.arriving = new Budget(heapBytes / ARRIVING_PART, maxBodyBytes, Long.MAX_VALUE);
        this.parsed = new Budget(heapBytes, maxHeapForOne, maxHeapForOne * processors / 2);
    }

    /** Returns the share of a tenant's request, which holds nothing yet. */
    Share share(String tenant) {
        return new Share(tenant);
    }

    /** The memory that one request holds, until the share is closed or refused. */
    final class Share implements AutoCloseable {

        private final String tenant;
        private long arrivingBytes;
        private long parsedBytes;

        private Share(String tenant) {
            this.tenant = tenant;
        }

        /**
         * Reserves memory for the bytes of a body on the wire.
         *
         * @param bytes the size of the buffer for them by now
         * @throws RefusalException if there is none; what it had is given back
         */
        synchronized void arrive(int bytes) {
            long held = arrivingBytes;
            arrivingBytes = 0;
            arrivingBytes = arriving.raise(tenant, held, bytes <= SMALL_BYTES ? 0 : bytes);
        }

        /**
         * Reserves memory for everything that is made of a body.
         *
         * @param bytes its size, inflated
         * @throws RefusalException if there is none; what it had is given back
         */
        synchronized void parse(int bytes) {
            long heap = Math.min(HEAP_FOR_EACH_BYTE * bytes, maxHeapForOne);
            long held = parsedBytes;
            parsedBytes = 0;
            parsedBytes = parsed.raise(tenant, held, bytes <= SMALL_BYTES ? 0 : heap);
        }

        @Override
        public synchronized void close() {
            arriving.giveBack(tenant, arrivingBytes);
            parsed.giveBack(tenant, parsedBytes);
            arrivingBytes = 0;
            parsedBytes = 0;
        }
    }

    /** A number of bytes that all tenants share. Tenants that hold none are not remembered. */
    private static final class Budget {

        private final long maxOfTenant;
        private final Map<String, Long> held = new HashMap<>();
        private long free;

        Budget(long bytes, long largest, long mostOfTenant) {
            this.free = Math.max(bytes, largest + ROOM_FOR_OTHERS);
            this.maxOfTenant = Math.max(Math.min(free / 2, mostOfTenant), largest);
        }

        /**
         * Raises what a body holds, and returns what it holds now. A refused body gives back everything at once: else
         * large bodies could refuse each other until none is left.
         *
         * @throws RefusalException if the budget or the tenant's part of it is exhausted
         */
        synchronized long raise(String tenant, long before, long needed) {
            long more = needed - before;
            if (more <= 0) {
                return before;
            }
            long ofTenant = held.getOrDefault(tenant, 0L) + more;
            if (more > free || ofTenant > maxOfTenant) {
                giveBack(tenant, before);
                throw new RefusalException(ErrorCode.OVERLOADED);
            }
            free -= more;
            held.put(tenant, ofTenant);
            return needed;
        }

        synchronized void giveBack(String tenant, long bytes) {
            if (bytes > 0) {
                free += bytes;
                held.computeIfPresent(tenant, (name, ofTenant) -> ofTenant == bytes ? null : ofTenant - bytes);
            }
        }
    }
}
