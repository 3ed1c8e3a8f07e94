package dev.remoteassistance.server.store.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.CommitListener;
import dev.remoteassistance.server.store.ReportRefusedException;
import dev.remoteassistance.server.store.StoreOverloadedException;
import dev.remoteassistance.server.store.StoreUnavailableException;
import dev.remoteassistance.server.store.row.ReportRow;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests what callers are told, whatever the database does. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class GroupCommitTest {

    private static final long SEED = Long.getLong("store.seed", 20_261_125L);
    private static final int CAPACITY = 8;
    private static final int ROW_WEIGHT = FaultyWriter.row(0).weight();

    @Test
    void acknowledgesNothingBeforeItIsCommitted() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        BatchWriter writer = heldUntil(commit, writing);
        try (GroupCommit commits = GroupCommit.start(writer, CAPACITY, Long.MAX_VALUE)) {
            CompletableFuture<AppendOutcome> outcome =
                    commits.append(FaultyWriter.row(1), CommitListener.NONE).toCompletableFuture();
            writing.await();
            assertThat(outcome).isNotDone();

            commit.countDown();

            assertThat(outcome.get()).isEqualTo(AppendOutcome.STORED);
        }
    }

    @Test
    void tellsEachReportOfTheTransactionThatItShared() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        BatchWriter writer = heldUntil(commit, writing);
        List<List<Long>> told = Collections.synchronizedList(new ArrayList<>());
        CommitListener listener = (begin, end, reports, failure) ->
                told.add(List.of(begin, end, (long) reports, failure == null ? 1L : 0L));
        try (GroupCommit commits = GroupCommit.start(writer, CAPACITY, Long.MAX_VALUE)) {
            long start = System.nanoTime();
            CompletableFuture<AppendOutcome> alone =
                    commits.append(FaultyWriter.row(1), listener).toCompletableFuture();
            writing.await();
            // While the first transaction is under way, two reports queue for the second.
            List<CompletableFuture<AppendOutcome>> shared = IntStream.of(2, 3)
                    .mapToObj(i -> commits.append(FaultyWriter.row(i), listener).toCompletableFuture())
                    .toList();
            assertThat(told).isEmpty();
            commit.countDown();
            alone.join();
            shared.forEach(CompletableFuture::join);
            // Two threads answer, in any order.
            told.sort(Comparator.comparing(transaction -> transaction.get(0)));

            assertThat(told).extracting(transaction -> transaction.get(2)).containsExactly(1L, 2L, 2L);
            assertThat(told).extracting(transaction -> transaction.get(3)).containsOnly(1L);
            assertThat(told.get(2)).isEqualTo(told.get(1));
            assertThat(List.of(
                            start,
                            told.get(0).get(0),
                            told.get(0).get(1),
                            told.get(1).get(0),
                            told.get(1).get(1),
                            System.nanoTime()))
                    .isSorted();
        }
    }

    /** Tells when it begins to write, and commits no earlier than it may. */
    private static BatchWriter heldUntil(CountDownLatch commit, CountDownLatch writing) {
        return new Writer(rows -> {
            writing.countDown();
            await(commit);
            return outcomes(rows);
        });
    }

    /** Whether the database fails, or cannot hold the row. */
    @Test
    void tellsEachReportThatItsTransactionFailed() {
        List<List<Long>> told = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        CommitListener listener = (begin, end, reports, failure) -> {
            told.add(List.of(begin, end, (long) reports));
            failures.add(failure);
        };
        BatchWriter writer = new Writer(rows -> {
            if (rows.stream().anyMatch(row -> row.idHash() == FaultyWriter.POISON)) {
                throw new ReportRefusedException(new SQLException("no such character", "22021"));
            }
            throw new IllegalStateException("a mistake");
        });
        long start = System.nanoTime();
        try (GroupCommit commits = GroupCommit.start(writer, CAPACITY, Long.MAX_VALUE)) {
            for (long number : new long[] {1, FaultyWriter.POISON}) {
                assertThat(commits.append(FaultyWriter.row(number), listener).toCompletableFuture())
                        .failsWithin(Duration.ofMinutes(1));
            }
        }

        assertThat(told)
                .hasSize(2)
                .allSatisfy(transaction -> assertThat(transaction.get(2)).isEqualTo(1L));
        assertThat(List.of(
                        start,
                        told.get(0).get(0),
                        told.get(0).get(1),
                        told.get(1).get(0),
                        told.get(1).get(1),
                        System.nanoTime()))
                .isSorted();
        assertThat(failures)
                .extracting(Object::getClass)
                .isEqualTo(List.of(StoreUnavailableException.class, ReportRefusedException.class));
    }

    @Test
    void goesOnAfterAnError() throws Exception {
        for (Error error :
                List.of(new StackOverflowError(), new OutOfMemoryError(), new LinkageError(), new UntellableError())) {
            CountDownLatch thrown = new CountDownLatch(1);
            BatchWriter writer = new Writer(rows -> {
                if (thrown.getCount() > 0) {
                    thrown.countDown();
                    throw error;
                }
                return outcomes(rows);
            });
            try (GroupCommit commits = GroupCommit.start(writer, CAPACITY, Long.MAX_VALUE)) {
                CompletableFuture<AppendOutcome> refused =
                        commits.append(FaultyWriter.row(1), CommitListener.NONE).toCompletableFuture();
                assertThatThrownBy(() -> refused.get(1, TimeUnit.MINUTES))
                        .hasCauseInstanceOf(StoreUnavailableException.class);
                assertThat(commits.isResponsive()).isTrue();
                assertThat(commits.append(FaultyWriter.row(1), CommitListener.NONE)
                                .toCompletableFuture()
                                .get(1, TimeUnit.MINUTES))
                        .isEqualTo(AppendOutcome.STORED);
            }
        }
    }

    /** In each schedule the database fails, throws Errors, blocks, loses answers to commits, and recovers. */
    @Test
    void keepsItsPromisesInRandomSchedules() throws Exception {
        runSchedules(0, 2_500);
    }

    /** The same in more of them, which take long. */
    @Tag("ci")
    @Test
    void keepsItsPromisesInManyRandomSchedules() throws Exception {
        runSchedules(2_500, 10_000);
    }

    private static void runSchedules(int from, int to) throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<CompletableFuture<Void>> runs = IntStream.range(0, 4)
                    .mapToObj(worker -> CompletableFuture.runAsync(
                            () -> {
                                for (int i = from + worker; i < to; i += 4) {
                                    run(SEED + i);
                                }
                            },
                            threads))
                    .toList();
            CompletableFuture.allOf(runs.toArray(CompletableFuture[]::new)).get();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void run(long seed) {
        Random random = new Random(seed);
        FaultyWriter writer = new FaultyWriter(seed);
        List<CompletableFuture<AppendOutcome>> outcomes = new ArrayList<>();
        List<Long> early = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        List<List<Throwable>> told = new ArrayList<>();
        try (GroupCommit commits = GroupCommit.start(writer, CAPACITY, (long) CAPACITY * ROW_WEIGHT)) {
            int reports = 1 + random.nextInt(20);
            for (int i = 0; i < reports; i++) {
                long number = random.nextInt(10);
                numbers.add(number);
                List<Throwable> failures = new ArrayList<>();
                told.add(failures);
                outcomes.add(
                        commits.append(FaultyWriter.row(number), (begin, end, count, failure) -> failures.add(failure))
                                .toCompletableFuture()
                                .whenComplete((outcome, failure) -> {
                                    if (outcome != null && !writer.committed.contains(number)) {
                                        early.add(number);
                                    }
                                }));
                if (random.nextInt(4) == 0) {
                    writer.step();
                }
            }
            writer.heal();
            for (int i = 0; i < reports; i++) {
                assertAnswered(outcomes.get(i), numbers.get(i) == FaultyWriter.POISON, seed);
            }
            CompletableFuture<AppendOutcome> poison = commits.append(
                            FaultyWriter.row(FaultyWriter.POISON), CommitListener.NONE)
                    .toCompletableFuture();
            assertThatThrownBy(poison::join).as("seed %d", seed).hasCauseInstanceOf(ReportRefusedException.class);
            // Refused reports do not take up the queue any more.
            List<CompletableFuture<AppendOutcome>> afterwards = IntStream.range(0, CAPACITY)
                    .mapToObj(i -> commits.append(FaultyWriter.row(100 + i), CommitListener.NONE)
                            .toCompletableFuture())
                    .toList();
            assertThat(afterwards.stream().map(CompletableFuture::join))
                    .as("seed %d", seed)
                    .containsOnly(AppendOutcome.STORED);
        }
        assertThat(early).as("acknowledged before the commit, seed %d", seed).isEmpty();
        assertThat(writer.closed).as("seed %d", seed).hasValue(1);
        assertThat(told)
                .as("seed %d", seed)
                .isEqualTo(outcomes.stream()
                        .map(outcome -> outcome.handle((stored, failure) -> expected(failure))
                                .join())
                        .toList());
    }

    /** Returns what a report has to be told: how its transaction ended, once; nothing if it was not even queued. */
    private static List<Throwable> expected(Throwable failure) {
        if (failure == null) {
            return Collections.singletonList(null);
        }
        return failure.getCause() instanceof StoreOverloadedException ? List.of() : List.of(failure.getCause());
    }

    private static void assertAnswered(CompletableFuture<AppendOutcome> outcome, boolean poison, long seed) {
        try {
            outcome.get(1, TimeUnit.MINUTES);
            assertThat(poison).as("seed %d", seed).isFalse();
        } catch (ExecutionException e) {
            assertThat(e.getCause())
                    .as("seed %d", seed)
                    .matches(failure -> failure instanceof StoreUnavailableException
                            || poison && failure instanceof ReportRefusedException);
        } catch (Exception e) {
            throw new AssertionError("A caller is never answered, seed " + seed, e);
        }
    }

    private static List<AppendOutcome> outcomes(List<ReportRow> rows) {
        return rows.stream().map(row -> AppendOutcome.STORED).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An Error that cannot even be described, as when the heap is full. */
    private static final class UntellableError extends Error {

        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable getCause() {
            throw new OutOfMemoryError();
        }
    }

    private record Writer(Function<List<ReportRow>, List<AppendOutcome>> function) implements BatchWriter {

        @Override
        public List<AppendOutcome> write(List<ReportRow> rows) {
            return function.apply(rows);
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
