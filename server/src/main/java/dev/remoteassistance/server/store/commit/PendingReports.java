package dev.remoteassistance.server.store.commit;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.row.ReportRow;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
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

    private static final PendingReport WAKE_UP = new PendingReport(null);

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
        if (weight.addAndGet(own) - own > maxWeight || !queue.offer(report)) {
            weight.addAndGet(-own);
            return false;
        }
        return true;
    }

    /** Waits until there is a report, or {@link #wakeUp()}, and takes all that is there. */
    List<PendingReport> take(int max) throws InterruptedException {
        List<PendingReport> batch = new ArrayList<>();
        batch.add(queue.take());
        queue.drainTo(batch, max - 1);
        batch.remove(WAKE_UP);
        return batch;
    }

    /** Takes all that is there, without waiting. */
    List<PendingReport> takeRest() {
        List<PendingReport> rest = new ArrayList<>();
        queue.drainTo(rest);
        rest.remove(WAKE_UP);
        return rest;
    }

    /** Ends the wait for a report; a full queue ends it anyway. */
    void wakeUp() {
        queue.offer(WAKE_UP);
    }

    /** Frees the place of reports that have been written or refused. */
    void release(List<PendingReport> batch) {
        batch.forEach(report -> weight.addAndGet(-report.row().weight()));
    }

    /** Answers those whose reports are durable. */
    static void acknowledge(List<PendingReport> batch, List<AppendOutcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).outcome().complete(outcomes.get(i));
        }
    }

    /** Answers those whose reports are not. */
    static void refuse(List<PendingReport> batch, RuntimeException failure) {
        batch.forEach(report -> report.outcome().completeExceptionally(failure));
    }

    int size() {
        return queue.size();
    }
}
