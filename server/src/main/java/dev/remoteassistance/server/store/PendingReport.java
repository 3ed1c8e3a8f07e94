package dev.remoteassistance.server.store;

import java.util.concurrent.CompletableFuture;

/**
 * A report that waits for the transaction that makes it durable.
 *
 * @param row what is to be written
 * @param outcome completed when it is durable, or when it could not be made so
 */
record PendingReport(ReportRow row, CompletableFuture<AppendOutcome> outcome) {

    PendingReport(ReportRow row) {
        this(row, new CompletableFuture<>());
    }
}
