package dev.remoteassistance.server.store;

/** Is told how the transaction of a report ended. */
@FunctionalInterface
public interface CommitListener {

    /** Does nothing. */
    CommitListener NONE = (begin, end, reports, failure) -> {};

    /**
     * Called before the report's own stage is complete, so it must be quick and must not fail.
     *
     * @param begin {@link System#nanoTime()} before the first statement
     * @param end {@link System#nanoTime()} when the reports were durable, or the transaction had failed
     * @param reports how many reports share the transaction
     * @param failure why it failed; null if the reports are durable
     */
    void ended(long begin, long end, int reports, Throwable failure);
}
