package dev.remoteassistance.server.store;

import java.util.OptionalLong;

/**
 * The number of the sessions that a query selects, and their total length.
 *
 * @param sessions how many there are
 * @param timed how many of them have a start and an end
 * @param seconds the sum of their lengths, each in whole seconds, rounded down
 */
public record SessionTotals(long sessions, long timed, long seconds) {

    /** Returns the average length in whole seconds, rounded down; empty if no session has a start and an end. */
    public OptionalLong averageSeconds() {
        return timed == 0 ? OptionalLong.empty() : OptionalLong.of(Math.floorDiv(seconds, timed));
    }
}
