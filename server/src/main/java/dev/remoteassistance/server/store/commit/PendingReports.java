package dev.remoteassistance.server.store.commit;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.CommitListener;
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

/** Queues reports until they are written and answered. Bounded by their number and by the heap that they take. */
final class PendingReports {

    /**
     * A report that waits for the transaction that makes it durable.
     *
     * @param row the row to write
     * @param listener told of that transaction
     * @param outcome completed when the row is durable, or cannot be made so
     */
    record PendingReport(ReportRow row, CommitListener listener, CompletableFuture<AppendOutcome> outcome) {

        PendingReport(ReportRow row, CommitListener listener) {
            this(row, listener, new CompletableFuture<>());
        }
    }

    /**
     * Rows are sorted by key: two servers that insert the same rows in different orders could deadlock, and
     * neighbouring keys share pages of the index. The sort is stable, so that amendments stay in their order.
     */
    private static final Comparator<PendingReport> BY_KEY =
            Comparator.comparingLong(report -> report.row().idHash());

    private static final PendingReport WAKE_UP = new PendingReport(null, CommitListener.NONE);
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

    /** Queues a report, unless the queue is closed or full. While no other report waits, there is always room. */
    CompletionStage<AppendOutcome> add(ReportRow row, CommitListener listener) {
        if (closed) {
            return CompletableFuture.failedFuture(CLOSED);
        }
        PendingReport report = new PendingReport(row, listener);
        long own = row.weight();
        if (weight.addAndGet(own) - own > maxWeight || !queue.offer(report)) {
            weight.addAndGet(-own);
            overflows.increment();
            return CompletableFuture.failedFuture(new StoreOverloadedException());
        }
        if (closed) {
            // The writing thread may have taken the rest before this report was queued.
            refuse(takeRest(), CLOSED);
        }
        return report.outcome();
    }

    /** Waits for a report or for the end, then takes up to {@code max} queued reports, sorted by key. */
    List<PendingReport> take(int max) throws InterruptedException {
        List<PendingReport> batch = new ArrayList<>();
        batch.add(queue.take());
        queue.drainTo(batch, max - 1);
        return sorted(batch);
    }

    /** Takes all queued reports, without waiting. */
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

    /**
     * Answers the callers whose reports are durable.
     *
     * @param begin {@link System#nanoTime()} when their transaction began
     * @param end {@link System#nanoTime()} when it was durable
     */
    void acknowledge(List<PendingReport> batch, List<AppendOutcome> outcomes, long begin, long end) {
        release(batch);
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).listener().ended(begin, end, batch.size(), null);
            batch.get(i).outcome().complete(outcomes.get(i));
        }
    }

    /** Answers the callers whose transaction failed. Throws nothing, even if the heap is full. */
    void fail(List<PendingReport> batch, RuntimeException failure, long begin, long end) {
        try {
            batch.forEach(report -> report.listener().ended(begin, end, batch.size(), failure));
        } catch (RuntimeException | Error e) {
            // The callers must be answered all the same.
        }
        refuse(batch, failure);
    }

    /** Answers the callers whose reports could not be stored. */
    void refuse(List<PendingReport> batch, RuntimeException failure) {
        release(batch);
        batch.forEach(report -> report.outcome().completeExceptionally(failure));
    }

    /** Releases the heap before the callers can send their next reports. */
    private void release(List<PendingReport> batch) {
        batch.forEach(report -> weight.addAndGet(-report.row().weight()));
    }

    int size() {
        return queue.size();
    }

    /** Returns how many reports were refused because the queue was full. */
    long overflows() {
        return overflows.sum();
    }

    boolean isClosed() {
        return closed;
    }

    /** Refuses further reports, and ends the wait for a report. A full queue needs no wake-up. */
    void close() {
        closed = true;
        queue.offer(WAKE_UP);
    }
}
