package dev.remoteassistance.server.store.commit;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.StoreOverloadedException;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.commit.PendingReports.PendingReport;
import dev.remoteassistance.server.store.row.ReportRow;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets reports share transactions. A transaction takes all that has arrived while the one before it was committed, and
 * begins as soon as that is done: under load many share one, and a lone report never waits for company.
 *
 * <p>One thread writes. A second one answers the callers while the next transaction is under way; if there is no next one,
 * the first answers them itself.
 */
public final class GroupCommit implements MeterBinder, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private static final int MAX_BATCH = 512;
    private static final int CLOSE_SECONDS = 30;
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
    private volatile CommitMetrics metrics = CommitMetrics.unobserved();

    private final ExecutorService acknowledgements =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "store-acknowledgement"));
    private final Thread thread = new Thread(this::run, "store-commit");
    private volatile boolean closed;

    /** Whether the transaction before failed, so that an outage is logged when it begins and when it ends. */
    private boolean failing;

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
        PendingReport report = new PendingReport(row);
        if (!closed && !pending.offer(report)) {
            metrics.overflow();
            return CompletableFuture.failedFuture(new StoreOverloadedException());
        }
        if (closed) {
            // The writer may have looked for the last time before this report was there.
            StoreUnavailableException failure = new StoreUnavailableException("The store is closed", null);
            pending.takeRest().forEach(rest -> rest.outcome().completeExceptionally(failure));
            report.outcome().completeExceptionally(failure);
        }
        return report.outcome();
    }

    private void run() {
        try {
            while (!closed) {
                write(pending.take(MAX_BATCH));
            }
            write(pending.takeRest());
        } catch (InterruptedException e) {
            // Nobody interrupts this thread.
            Thread.currentThread().interrupt();
        } finally {
            writer.close();
        }
    }

    private void write(List<PendingReport> batch) {
        if (batch.isEmpty()) {
            return;
        }
        batch.sort(BY_KEY);
        long start = System.nanoTime();
        try {
            List<AppendOutcome> outcomes =
                    writer.write(batch.stream().map(PendingReport::row).toList());
            metrics.committed(batch.size(), System.nanoTime() - start);
            acknowledge(batch, outcomes);
        } catch (SQLException | RuntimeException e) {
            refuse(batch, e);
        }
    }

    private void acknowledge(List<PendingReport> batch, List<AppendOutcome> outcomes) {
        if (failing) {
            failing = false;
            LOG.info("The store takes reports again");
        }
        pending.release(batch);
        if (batch.size() <= FEW && pending.size() == 0) {
            complete(batch, outcomes);
        } else {
            acknowledgements.execute(() -> complete(batch, outcomes));
        }
    }

    private static void complete(List<PendingReport> batch, List<AppendOutcome> outcomes) {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).outcome().complete(outcomes.get(i));
        }
    }

    private void refuse(List<PendingReport> batch, Exception cause) {
        StoreUnavailableException failure = cause instanceof StoreUnavailableException unavailable
                ? unavailable
                : new StoreUnavailableException("The report cannot be stored", cause);
        if (!failing) {
            failing = true;
            LOG.error("The store takes no reports; callers are told to come again", failure);
        }
        metrics.failed();
        pending.release(batch);
        acknowledgements.execute(() -> batch.forEach(report -> report.outcome().completeExceptionally(failure)));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        metrics = CommitMetrics.of(registry, pending);
    }

    /** Writes what has been handed in, tells the callers, and ends. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
            acknowledgements.shutdown();
            acknowledgements.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
