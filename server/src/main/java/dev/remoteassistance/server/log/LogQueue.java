package dev.remoteassistance.server.log;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.concurrent.atomic.LongAdder;

/**
 * Queues lines for a thread that writes them, so that no request waits for whoever reads the log. When the queue is full,
 * it drops lines and counts them.
 */
final class LogQueue extends AsyncAppender {

    /** Lines that may wait. */
    static final int CAPACITY = 8192;

    /**
     * Places that stay free. Logback looks at the free places first and then puts the line there, or drops it without a word
     * if another thread took the last one in between. So many threads at once are not there.
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

    /** Logback asks this about each line for which there is no place; its own rule would keep warnings and then drop them uncounted. */
    @Override
    protected boolean isDiscardable(ILoggingEvent line) {
        dropped.increment();
        return true;
    }

    long dropped() {
        return dropped.sum();
    }
}
