package dev.remoteassistance.server.http;

/**
 * A transaction that reports share.
 *
 * @param begin {@link System#nanoTime()} before its first statement
 * @param end {@link System#nanoTime()} when it was durable, or had failed
 * @param reports how many reports share it
 * @param result how it ended
 */
public record ReportCommit(long begin, long end, int reports, Result result) {

    /** How a transaction ends. */
    public enum Result {
        DURABLE,
        FAILED
    }
}
