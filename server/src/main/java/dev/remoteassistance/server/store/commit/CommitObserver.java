package dev.remoteassistance.server.store.commit;

import dev.remoteassistance.server.store.StoreUnavailableException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports commits to operators, by metrics and in the log. */
final class CommitObserver {

    private static final Logger LOG = LoggerFactory.getLogger(CommitObserver.class);

    private static final StoreUnavailableException UNAVAILABLE =
            new StoreUnavailableException("The report cannot be stored", null);

    private static final String PREFIX = "remote.assistance.store.";

    private final Timer commit;
    private final DistributionSummary batch;
    private final Counter failed;

    /** Whether the last transaction failed, so that an outage is logged only when it begins and when it ends. */
    private boolean failing;

    CommitObserver(MeterRegistry registry) {
        commit = Timer.builder(PREFIX + "commit")
                .description("Time from the first statement of a transaction until it is durable")
                .publishPercentileHistogram()
                .register(registry);
        batch = DistributionSummary.builder(PREFIX + "batch.size")
                .description("Reports that share a transaction")
                .serviceLevelObjectives(1, 2, 4, 8, 16, 32, 64, 128, 256, 512)
                .register(registry);
        failed = Counter.builder(PREFIX + "commit.failures")
                .description("Transactions that could not be committed")
                .register(registry);
    }

    /** Returns an observer for a store without metrics. */
    static CommitObserver unobserved() {
        return new CommitObserver(new CompositeMeterRegistry());
    }

    static CommitObserver of(MeterRegistry registry, PendingReports pending) {
        Gauge.builder(PREFIX + "queue.depth", pending, PendingReports::size)
                .description("Reports that wait for a transaction")
                .register(registry);
        FunctionCounter.builder(PREFIX + "queue.overflows", pending, PendingReports::overflows)
                .description("Reports refused because too many were waiting")
                .register(registry);
        return new CommitObserver(registry);
    }

    void committed(int reports, long nanos) {
        commit.record(nanos, TimeUnit.NANOSECONDS);
        batch.record(reports);
        if (failing) {
            failing = false;
            LOG.info("The store takes reports again");
        }
    }

    /** Returns the exception for the callers. Throws nothing, even if the heap is full. */
    StoreUnavailableException failed(Throwable cause) {
        try {
            failed.increment();
            StoreUnavailableException failure = cause instanceof StoreUnavailableException unavailable
                    ? unavailable
                    : new StoreUnavailableException(UNAVAILABLE.getMessage(), cause);
            if (!failing) {
                failing = true;
                LOG.error("The store takes no reports; callers are told to come again", failure);
            }
            return failure;
        } catch (RuntimeException | Error e) {
            return UNAVAILABLE;
        }
    }
}
