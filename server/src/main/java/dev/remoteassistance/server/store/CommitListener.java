package dev.remoteassistance.server.store;

/** Is told of the transaction that made a report durable. */
@FunctionalInterface
public interface CommitListener {

    /** Does nothing. */
    CommitListener NONE = (begin, end, reports) -> {};

    /**
     * Called before the report's own stage is complete, so it must be quick and must not fail.
     *
     * @param begin {@link System#nanoTime()} before the first statement
     * @param end {@link System#nanoTime()} when the reports were durable
     * @param reports how many reports share the transaction
     */
    void committed(long begin, long end, int reports);
}
