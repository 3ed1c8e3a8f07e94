package dev.remoteassistance.server.http;

/**
 * A transaction that reports share.
 *
 * @param begin {@link System#nanoTime()} before its first statement
 * @param end {@link System#nanoTime()} when it was durable, or had failed
 * @param reports how many reports share it
 * @param isDurable whether the reports were stored
 */
public record ReportCommit(long begin, long end, int reports, boolean isDurable) {}
