package dev.remoteassistance.server.store.commit;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.row.ReportRow;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * A database that does what a test tells it.
 *
 * @param function what it answers to the rows of a transaction
 */
record GivenWriter(Function<List<ReportRow>, List<AppendOutcome>> function) implements BatchWriter {

    /** Signals when it begins to write, and commits only after {@code commit} allows it. */
    static BatchWriter heldUntil(CountDownLatch commit, CountDownLatch writing) {
        return new GivenWriter(rows -> {
            writing.countDown();
            await(commit);
            return outcomes(rows);
        });
    }

    /** Returns {@code STORED} for every row. */
    static List<AppendOutcome> outcomes(List<ReportRow> rows) {
        return rows.stream().map(row -> AppendOutcome.STORED).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<AppendOutcome> write(List<ReportRow> rows) {
        return function.apply(rows);
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
