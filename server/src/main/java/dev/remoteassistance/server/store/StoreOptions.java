package dev.remoteassistance.server.store;

import java.time.Duration;
import java.util.Optional;

/**
 * Options of a store.
 *
 * @param queueCapacity maximum of reports that wait for a transaction; further ones are refused
 * @param migration whether the schema is brought up to date when the store is opened
 * @param retention age at which reports are deleted; empty to keep them for ever
 */
public record StoreOptions(int queueCapacity, Migration migration, Optional<Duration> retention) {

    /** Whether opening a store may change its schema. */
    public enum Migration {
        /** Opening brings the schema up to date. */
        AT_START,
        /** Opening demands a schema that is up to date; the command migrate brings it there. */
        BY_COMMAND
    }

    /** The options of a server whose operator sets nothing. */
    public static final StoreOptions DEFAULT = new StoreOptions(10_000, Migration.AT_START, Optional.empty());

    public StoreOptions {
        if (queueCapacity < 1) {
            throw new IllegalArgumentException("must be at least 1");
        }
    }
}
