package dev.remoteassistance.server.store.commit;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.row.ReportRow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Reports that wait to be written: bounded in number, and in what they take of the heap. */
final class PendingReports {

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

    /** How long the end of the server may wait for nothing. */
    private static final int MOMENT_MILLIS = 100;

    private final BlockingQueue<PendingReport> queue;
    private final long maxWeight;
    private final AtomicLong weight = new AtomicLong();

    PendingReports(int capacity, long maxWeight) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.maxWeight = maxWeight;
    }

    /** Takes a report in, if there is room. One that is alone always finds room. */
    boolean offer(PendingReport report) {
        long own = report.row().weight();
        if (weight.addAndGet(own) > maxWeight + own || !queue.offer(report)) {
            weight.addAndGet(-own);
            return false;
        }
        return true;
    }

    /** Takes what is there, or waits a moment for a first report; nothing, if none comes. */
    List<PendingReport> take(int max) throws InterruptedException {
        List<PendingReport> batch = new ArrayList<>();
        PendingReport first = queue.poll(MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, max - 1);
        }
        return batch;
    }

    /** Takes all that is there, without waiting. */
    List<PendingReport> takeRest() {
        List<PendingReport> rest = new ArrayList<>();
        queue.drainTo(rest);
        return rest;
    }

    /** Called when the reports of a batch have been written or refused: only then is their place free. */
    void release(List<PendingReport> batch) {
        long sum = 0;
        for (PendingReport report : batch) {
            sum += report.row().weight();
        }
        weight.addAndGet(-sum);
    }

    int size() {
        return queue.size();
    }
}
