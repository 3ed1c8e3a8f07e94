package dev.remoteassistance.server.store;

/** Is told of the transaction that made a report durable, or failed to. */
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

    /**
     * Called in place of {@link #committed} if the transaction failed. Does nothing by default.
     *
     * @param begin {@link System#nanoTime()} before the first statement
     * @param end {@link System#nanoTime()} when the transaction had failed
     * @param reports how many reports shared the transaction
     */
    default void failed(long begin, long end, int reports) {}
}
