package dev.remoteassistance.server.store;

/**
 * How a store behaves.
 *
 * @param queueCapacity most reports that wait for a transaction; one more is refused
 * @param migration whether the schema is brought up to date when the store is opened
 */
public record StoreOptions(int queueCapacity, Migration migration) {

    /** Whether opening a store may change its schema. */
    public enum Migration {
        /** Opening brings the schema up to date. */
        AT_START,
        /** Opening demands a schema that is up to date; the command migrate brings it there. */
        BY_COMMAND
    }

    /** What a server has whose operator says nothing. */
    public static final StoreOptions DEFAULT = new StoreOptions(10_000, Migration.AT_START);

    public StoreOptions {
        if (queueCapacity < 1) {
            throw new IllegalArgumentException("must be at least 1");
        }
    }

    boolean migrates() {
        return migration == Migration.AT_START;
    }
}
