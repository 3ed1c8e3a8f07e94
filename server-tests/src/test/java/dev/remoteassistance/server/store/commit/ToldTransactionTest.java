package dev.remoteassistance.server.store.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.CommitListener;
import dev.remoteassistance.server.store.ReportRefusedException;
import dev.remoteassistance.server.store.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests what each report is told of the transaction that it was in. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ToldTransactionTest {

    private static final int CAPACITY = 8;

    @Test
    void tellsEachReportOfTheTransactionThatItShared() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        BatchWriter writer = GivenWriter.heldUntil(commit, writing);
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
            assertOneAfterTheOther(start, told);
        }
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
        BatchWriter writer = new GivenWriter(rows -> {
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
        assertOneAfterTheOther(start, told);
        assertThat(failures)
                .extracting(Object::getClass)
                .isEqualTo(List.of(StoreUnavailableException.class, ReportRefusedException.class));
    }

    /** Both transactions began and ended between the start and now, the second after the first. */
    private static void assertOneAfterTheOther(long start, List<List<Long>> told) {
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
