package dev.remoteassistance.server.store.commit;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.CommitListener;
import dev.remoteassistance.server.store.ReportRefusedException;
import dev.remoteassistance.server.store.commit.PendingReports.PendingReport;
import dev.remoteassistance.server.store.row.ReportRow;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Lets reports share transactions. While one transaction is committed, reports queue; the next one takes all of them
 * and begins at once. Under load many reports share a transaction, and a single report never waits for others.
 *
 * <p>One thread writes. A second thread answers the callers while the next transaction is under way. If none is, the
 * first thread answers them itself.
 */
public final class GroupCommit implements MeterBinder, AutoCloseable {

    private static final int MAX_BATCH = 512;
    private static final int CLOSE_SECONDS = 30;
    /** Longer than the databases' time limits and the retries of a transaction together. */
    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final long IDLE = Long.MIN_VALUE;
    /** Up to this number, the writing thread answers faster than the second thread wakes up. */
    private static final int FEW = 2;

    private final BatchWriter writer;
    private final PendingReports pending;
    private volatile CommitObserver observer = CommitObserver.unobserved();

    private final ExecutorService acknowledgements =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "store-acknowledgement"));
    private final Thread thread = new Thread(this::run, "store-commit");
    /** Start of the current transaction. */
    private volatile long writingSince = IDLE;

    private GroupCommit(BatchWriter writer, PendingReports pending) {
        this.writer = writer;
        this.pending = pending;
    }

    /**
     * Starts the thread that writes.
     *
     * @param writer closed by that thread when it ends
     * @param capacity maximum of reports that wait for a transaction; further ones are refused
     * @param maxWeight maximum heap of these reports, in bytes
     */
    public static GroupCommit start(BatchWriter writer, int capacity, long maxWeight) {
        GroupCommit commits = new GroupCommit(writer, new PendingReports(capacity, maxWeight));
        commits.thread.start();
        return commits;
    }

    /**
     * Queues a report; never waits.
     *
     * @param listener told of the transaction that made the report durable, or failed to
     */
    public CompletionStage<AppendOutcome> append(ReportRow row, CommitListener listener) {
        return pending.add(row, listener);
    }

    /** Returns whether reports can be written: the thread is alive, and no transaction is stuck. */
    public boolean isResponsive() {
        long since = writingSince;
        return thread.isAlive() && (since == IDLE || System.nanoTime() - since < STUCK_NANOS);
    }

    private void run() {
        try (writer) {
            while (!pending.isClosed()) {
                write(pending.take(MAX_BATCH));
            }
            write(pending.takeRest());
        } catch (InterruptedException e) {
            // Never happens: nobody interrupts this thread.
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<PendingReport> batch) {
        if (batch.isEmpty()) {
            return;
        }
        long start = System.nanoTime();
        writingSince = start;
        try {
            List<AppendOutcome> outcomes =
                    writer.write(batch.stream().map(PendingReport::row).toList());
            long end = System.nanoTime();
            observer.committed(batch.size(), end - start);
            acknowledge(batch, outcomes, start, end);
        } catch (ReportRefusedException e) {
            refuseCulprit(batch, e, start);
        } catch (Throwable e) {
            // Even an Error must not end this thread: no caller would be answered any more.
            pending.fail(batch, observer.failed(e), start, System.nanoTime());
        } finally {
            writingSince = IDLE;
        }
    }

    /** Halves a batch until the row that can never be stored is alone, and refuses only that row. */
    private void refuseCulprit(List<PendingReport> batch, ReportRefusedException refusal, long begin) {
        if (batch.size() == 1) {
            pending.fail(batch, refusal, begin, System.nanoTime());
        } else {
            int half = batch.size() / 2;
            write(batch.subList(0, half));
            write(batch.subList(half, batch.size()));
        }
    }

    private void acknowledge(List<PendingReport> batch, List<AppendOutcome> outcomes, long begin, long end) {
        if (batch.size() <= FEW && pending.size() == 0) {
            pending.acknowledge(batch, outcomes, begin, end);
        } else {
            acknowledgements.execute(() -> pending.acknowledge(batch, outcomes, begin, end));
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        observer = CommitObserver.of(registry, pending);
    }

    /** Writes the queued reports, answers their callers, and ends the threads. */
    @Override
    public void close() {
        pending.close();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
            acknowledgements.shutdown();
            acknowledgements.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
