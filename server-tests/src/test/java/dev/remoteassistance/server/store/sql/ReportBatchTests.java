package dev.remoteassistance.server.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.StoreOverloadedException;
import dev.remoteassistance.server.store.StoredReport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reports that arrive at once, and share transactions. */
interface ReportBatchTests extends StoreUnderTest {

    String HELD = "held";

    /** Stores a report, in whose acknowledgement the writing thread stays until the result is closed. */
    private AutoCloseable holdWriter(ReportStore store) {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> over = new CompletableFuture<>();
        store.append(USER, report(HELD), (begin, end, reports, failure) -> {
            begun.complete(null);
            over.join();
        });
        begun.orTimeout(1, TimeUnit.MINUTES).join();
        return () -> over.complete(null);
    }

    /** Read over another connection at the moment of the acknowledgement, not later. */
    @Test
    default void hasCommittedABatchWhenItAcknowledges() throws Exception {
        Queue<String> uncommitted = new ConcurrentLinkedQueue<>();
        try (ReportStore store = open();
                Connection other = connect();
                var count = other.prepareStatement("SELECT count(*) FROM report WHERE report_id = ?")) {
            List<CompletableFuture<Void>> checks = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                String id = "id-" + i;
                checks.add(store.append(USER, report(id))
                        .thenAccept(outcome -> {
                            if (count(count, id) != 1) {
                                uncommitted.add(id);
                            }
                        })
                        .toCompletableFuture());
            }
            CompletableFuture.allOf(checks.toArray(CompletableFuture[]::new)).get();
        }
        assertThat(uncommitted).isEmpty();
    }

    private static int count(PreparedStatement count, String id) {
        // The store answers on two threads, or on the caller's thread if it was faster than the caller.
        synchronized (count) {
            try {
                count.setString(1, id);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    default void storesOneReportOfManyAtOnceOnce() {
        List<CompletableFuture<AppendOutcome>> outcomes = new ArrayList<>();
        // Two servers on one database.
        try (ReportStore store = open();
                ReportStore other = open()) {
            for (int i = 0; i < 2_000; i++) {
                RemoteAssistanceReporting report = report("id-" + i % 500);
                outcomes.add(
                        (i / 500 % 2 == 0 ? store : other).append(USER, report).toCompletableFuture());
            }
            assertThat(outcomes.stream().map(CompletableFuture::join).filter(AppendOutcome.STORED::equals))
                    .hasSize(500);
        }
        assertThat(export()).hasSize(500).allMatch(StoredReport::current);
    }

    @Test
    default void writesWhatWasHandedInBeforeItEnds() {
        List<CompletableFuture<AppendOutcome>> outcomes;
        try (ReportStore store = open()) {
            outcomes = IntStream.range(0, 2_000)
                    .mapToObj(i -> store.append(USER, report("id-" + i)).toCompletableFuture())
                    .toList();
        }
        assertThat(outcomes)
                .allMatch(CompletableFuture::isDone)
                .allMatch(outcome -> !outcome.isCompletedExceptionally());
        assertThat(export()).hasSize(2_000);
    }

    /** Amendments in one batch have an order too, although PostgreSQL gets a batch as arrays. */
    @Test
    default void tellsTheNewestOfAmendmentsThatShareATransaction() throws Exception {
        List<CompletableFuture<AppendOutcome>> outcomes = new ArrayList<>();
        try (ReportStore store = open()) {
            try (AutoCloseable held = holdWriter(store)) {
                assertThat(held).isNotNull();
                for (int i = 0; i < 200; i++) {
                    RemoteAssistanceReporting report = report("id-" + i % 4).helperOs("os-" + i / 8);
                    outcomes.add(store.append(USER, report).toCompletableFuture());
                }
            }
            assertThat(outcomes.stream().map(CompletableFuture::join).filter(AppendOutcome.STORED::equals))
                    .hasSize(100);
        }
        assertThat(export())
                .filteredOn(StoredReport::current)
                .filteredOn(report -> !report.id().equals(HELD))
                .extracting(StoredReport::payload)
                .containsExactlyInAnyOrder(IntStream.range(0, 4)
                        .mapToObj("{\"id\":\"id-%d\",\"helperOs\":\"os-24\"}"::formatted)
                        .toArray(String[]::new));
    }

    @Test
    default void refusesWhatDoesNotFitIntoTheQueue() throws Exception {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        try (SqlReportStore store = SqlReportStore.open(location(), withQueueOf(5), CLOCK)) {
            store.bindTo(metrics);
            List<CompletableFuture<AppendOutcome>> outcomes;
            try (AutoCloseable held = holdWriter(store)) {
                assertThat(held).isNotNull();
                outcomes = IntStream.range(0, 600)
                        .mapToObj(i -> store.append(USER, report("id-" + i)).toCompletableFuture())
                        .toList();
            }
            assertThat(outcomes.subList(0, 5))
                    .extracting(ReportBatchTests::isStored)
                    .containsOnly(true);
            assertThat(outcomes.subList(5, 600))
                    .extracting(ReportBatchTests::isStored)
                    .containsOnly(false);
            assertThat(export()).hasSize(6);
            assertThat(metrics.get("remote.assistance.store.queue.overflows")
                            .functionCounter()
                            .count())
                    .isEqualTo(595);
            assertThat(append(store, USER, report("afterwards"))).isEqualTo(AppendOutcome.STORED);
        }
    }

    private static boolean isStored(CompletableFuture<AppendOutcome> outcome) {
        try {
            return outcome.join() == AppendOutcome.STORED;
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(StoreOverloadedException.class);
            return false;
        }
    }

    default StoreOptions withQueueOf(int capacity) {
        return new StoreOptions(capacity, StoreOptions.Migration.AT_START, Optional.empty());
    }

    @Test
    default void measuresItsCommits() {
        SimpleMeterRegistry metrics = new SimpleMeterRegistry();
        try (SqlReportStore store = SqlReportStore.open(location(), StoreOptions.DEFAULT, CLOCK)) {
            store.bindTo(metrics);
            append(store, USER, report("a"));
            append(store, USER, report("b"));
        }
        assertThat(metrics.get("remote.assistance.store.commit").timer().count())
                .isEqualTo(2);
        assertThat(metrics.get("remote.assistance.store.batch.size").summary().totalAmount())
                .isEqualTo(2);
        assertThat(metrics.get("remote.assistance.store.queue.depth").gauge().value())
                .isZero();
    }
}
