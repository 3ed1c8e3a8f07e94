package dev.remoteassistance.server.store.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.CommitListener;
import dev.remoteassistance.server.store.ReportRefusedException;
import dev.remoteassistance.server.store.StoreOverloadedException;
import dev.remoteassistance.server.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests what callers are told when the database fails in every way, at random. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RandomScheduleTest {

    private static final long SEED = Long.getLong("store.seed", 20_261_125L);
    private static final int CAPACITY = 8;
    private static final int ROW_WEIGHT = FaultyWriter.row(0).weight();

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
}
