package dev.remoteassistance.server.store.commit;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.StoreOverloadedException;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.row.ReportRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Reports that wait to be written and answered: bounded in number, and in what they take of the heap. */
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

    /**
     * Two servers that insert the same rows in different orders could wait for each other, and neighbours share pages of
     * the index. Sorting is stable, so that of amendments to one report the later stays the later.
     */
    private static final Comparator<PendingReport> BY_KEY =
            Comparator.comparingLong(report -> report.row().idHash());

    private static final PendingReport WAKE_UP = new PendingReport(null);
    private static final StoreUnavailableException CLOSED = new StoreUnavailableException("The store is closed", null);

    private final BlockingQueue<PendingReport> queue;
    private final long maxWeight;
    private final AtomicLong weight = new AtomicLong();
    private final LongAdder overflows = new LongAdder();
    private volatile boolean closed;

    PendingReports(int capacity, long maxWeight) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.maxWeight = maxWeight;
    }

    /** Takes a report in, unless it is too late, or there is no room. One that is alone always finds room. */
    CompletionStage<AppendOutcome> add(ReportRow row) {
        if (closed) {
            return CompletableFuture.failedFuture(CLOSED);
        }
        PendingReport report = new PendingReport(row);
        long own = row.weight();
        if (weight.addAndGet(own) - own > maxWeight || !queue.offer(report)) {
            weight.addAndGet(-own);
            overflows.increment();
            return CompletableFuture.failedFuture(new StoreOverloadedException());
        }
        if (closed) {
            // The writer may have looked for the last time before this report was there.
            refuse(takeRest(), CLOSED);
        }
        return report.outcome();
    }

    /** Waits until there is a report, or until it is closed, and takes all that is there, in the order of their keys. */
    List<PendingReport> take(int max) throws InterruptedException {
        List<PendingReport> batch = new ArrayList<>();
        batch.add(queue.take());
        queue.drainTo(batch, max - 1);
        return sorted(batch);
    }

    /** Takes all that is there, without waiting. */
    List<PendingReport> takeRest() {
        List<PendingReport> rest = new ArrayList<>();
        queue.drainTo(rest);
        return sorted(rest);
    }

    private static List<PendingReport> sorted(List<PendingReport> batch) {
        batch.remove(WAKE_UP);
        batch.sort(BY_KEY);
        return batch;
    }

    /** Answers those whose reports are durable. */
    void acknowledge(List<PendingReport> batch, List<AppendOutcome> outcomes) {
        release(batch);
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).outcome().complete(outcomes.get(i));
        }
    }

    /** Answers those whose reports are not. */
    void refuse(List<PendingReport> batch, RuntimeException failure) {
        release(batch);
        batch.forEach(report -> report.outcome().completeExceptionally(failure));
    }

    /** Makes room before the callers come with their next reports. */
    private void release(List<PendingReport> batch) {
        batch.forEach(report -> weight.addAndGet(-report.row().weight()));
    }

    int size() {
        return queue.size();
    }

    /** How many were refused for want of room. */
    long overflows() {
        return overflows.sum();
    }

    boolean isClosed() {
        return closed;
    }

    /** Takes no more in, and ends the wait for a report; a full queue ends it anyway. */
    void close() {
        closed = true;
        queue.offer(WAKE_UP);
    }
}
