package dev.remoteassistance.server.log;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.concurrent.atomic.LongAdder;

/**
 * Queues lines for a thread that writes them, so that no request waits for a slow reader of the log. When the queue is
 * full, it drops lines and counts them.
 */
final class LogQueue extends AsyncAppender {

    /** Maximum number of queued lines. */
    static final int CAPACITY = 8192;

    /**
     * Places that stay free. Logback checks for a free place, then puts the line there. If another thread took the last
     * one in between, it drops the line uncounted. There are never as many threads as spare places.
     */
    static final int SPARE = 1024;

    private static final int MAX_FLUSH_MILLIS = 2_000;

    private final LongAdder dropped = new LongAdder();

    LogQueue() {
        setQueueSize(CAPACITY + SPARE);
        setDiscardingThreshold(SPARE + 1);
        setNeverBlock(true);
        setMaxFlushTime(MAX_FLUSH_MILLIS);
    }

    /** Counts a line that finds no place. Logback's own rule would keep warnings, and then drop them uncounted. */
    @Override
    protected boolean isDiscardable(ILoggingEvent line) {
        dropped.increment();
        return true;
    }

    long dropped() {
        return dropped.sum();
    }
}
