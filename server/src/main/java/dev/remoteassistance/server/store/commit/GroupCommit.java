package dev.remoteassistance.server.store.commit;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportRefusedException;
import dev.remoteassistance.server.store.StoreOverloadedException;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.commit.PendingReports.PendingReport;
import dev.remoteassistance.server.store.row.ReportRow;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Lets reports share transactions. A transaction takes all that has arrived while the one before it was committed, and
 * begins as soon as that is done: under load many share one, and a lone report never waits for company.
 *
 * <p>One thread writes. A second one answers the callers while the next transaction is under way; if there is no next one,
 * the first answers them itself.
 */
public final class GroupCommit implements MeterBinder, AutoCloseable {

    private static final int MAX_BATCH = 512;
    private static final int CLOSE_SECONDS = 30;
    /** Longer than all time limits of the databases and the repetitions of a transaction. */
    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** Made beforehand, for the answer when the heap is full. */
    private static final StoreUnavailableException UNAVAILABLE =
            new StoreUnavailableException("The report cannot be stored", null);

    private static final StoreUnavailableException CLOSED = new StoreUnavailableException("The store is closed", null);

    private static final long IDLE = Long.MIN_VALUE;
    /** So few callers are answered sooner than the second thread wakes up. */
    private static final int FEW = 2;

    /**
     * Two servers that insert the same rows in different orders could wait for each other, and neighbours share pages of
     * the index. Sorting is stable, so that of amendments to one report the later stays the later.
     */
    private static final Comparator<PendingReport> BY_KEY =
            Comparator.comparingLong(report -> report.row().idHash());

    private final BatchWriter writer;
    private final PendingReports pending;
    private volatile CommitObserver observer = CommitObserver.unobserved();

    private final ExecutorService acknowledgements =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "store-acknowledgement"));
    private final Thread thread = new Thread(this::run, "store-commit");
    private volatile boolean closed;
    /** When the transaction began that is being written. */
    private volatile long writingSince = IDLE;

    private GroupCommit(BatchWriter writer, PendingReports pending) {
        this.writer = writer;
        this.pending = pending;
    }

    /**
     * Begins to write.
     *
     * @param writer closed by the thread that writes, in the end
     * @param capacity most reports that wait for a transaction; one more is refused
     * @param maxWeight what the reports may take of the heap, in bytes
     */
    public static GroupCommit start(BatchWriter writer, int capacity, long maxWeight) {
        GroupCommit commits = new GroupCommit(writer, new PendingReports(capacity, maxWeight));
        commits.thread.start();
        return commits;
    }

    /** Hands a report in; never waits. */
    public CompletionStage<AppendOutcome> append(ReportRow row) {
        if (closed) {
            return CompletableFuture.failedFuture(CLOSED);
        }
        PendingReport report = new PendingReport(row);
        if (!pending.offer(report)) {
            observer.overflow();
            return CompletableFuture.failedFuture(new StoreOverloadedException());
        }
        if (closed) {
            // The writer may have looked for the last time before this report was there.
            PendingReports.refuse(pending.takeRest(), CLOSED);
        }
        return report.outcome();
    }

    /** Tells whether reports are being written: whether the thread is alive, and no transaction takes for ever. */
    public boolean isResponsive() {
        long since = writingSince;
        return thread.isAlive() && (since == IDLE || System.nanoTime() - since < STUCK_NANOS);
    }

    private void run() {
        try (writer) {
            while (!closed) {
                writeSorted(pending.take(MAX_BATCH));
            }
            writeSorted(pending.takeRest());
        } catch (InterruptedException e) {
            // Nobody interrupts this thread.
            Thread.currentThread().interrupt();
        }
    }

    private void writeSorted(List<PendingReport> batch) {
        batch.sort(BY_KEY);
        if (!batch.isEmpty()) {
            write(batch);
        }
    }

    private void write(List<PendingReport> batch) {
        long start = System.nanoTime();
        writingSince = start;
        try {
            List<AppendOutcome> outcomes =
                    writer.write(batch.stream().map(PendingReport::row).toList());
            observer.committed(batch.size(), System.nanoTime() - start);
            acknowledge(batch, outcomes);
        } catch (ReportRefusedException e) {
            refuseCulprit(batch, e);
        } catch (Throwable e) {
            // Even an Error must not end this thread: nobody would be answered any more.
            refuse(batch, e);
        } finally {
            writingSince = IDLE;
        }
    }

    /** Halves a batch with a row that can never be stored, until that row is alone. */
    private void refuseCulprit(List<PendingReport> batch, ReportRefusedException refusal) {
        if (batch.size() == 1) {
            pending.release(batch);
            PendingReports.refuse(batch, refusal);
        } else {
            int half = batch.size() / 2;
            write(batch.subList(0, half));
            write(batch.subList(half, batch.size()));
        }
    }

    private void acknowledge(List<PendingReport> batch, List<AppendOutcome> outcomes) {
        pending.release(batch);
        if (batch.size() <= FEW && pending.size() == 0) {
            PendingReports.acknowledge(batch, outcomes);
        } else {
            acknowledgements.execute(() -> PendingReports.acknowledge(batch, outcomes));
        }
    }

    private void refuse(List<PendingReport> batch, Throwable cause) {
        StoreUnavailableException failure = UNAVAILABLE;
        try {
            failure = cause instanceof StoreUnavailableException unavailable
                    ? unavailable
                    : new StoreUnavailableException("The report cannot be stored", cause);
            observer.failed(failure);
        } finally {
            pending.release(batch);
            PendingReports.refuse(batch, failure);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        observer = CommitObserver.of(registry, pending);
    }

    /** Writes what has been handed in, tells the callers, and ends. */
    @Override
    public void close() {
        closed = true;
        pending.wakeUp();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
            acknowledgements.shutdown();
            acknowledgements.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
