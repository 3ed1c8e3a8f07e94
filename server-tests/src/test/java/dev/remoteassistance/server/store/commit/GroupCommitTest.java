package dev.remoteassistance.server.store.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.CommitListener;
import dev.remoteassistance.server.store.StoreUnavailableException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests when callers are told that their report is stored, and that an error of the database stops nothing. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class GroupCommitTest {

    private static final int CAPACITY = 8;

    @Test
    void acknowledgesNothingBeforeItIsCommitted() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        BatchWriter writer = GivenWriter.heldUntil(commit, writing);
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
    void goesOnAfterAnError() throws Exception {
        for (Error error :
                List.of(new StackOverflowError(), new OutOfMemoryError(), new LinkageError(), new UntellableError())) {
            CountDownLatch thrown = new CountDownLatch(1);
            BatchWriter writer = new GivenWriter(rows -> {
                if (thrown.getCount() > 0) {
                    thrown.countDown();
                    throw error;
                }
                return GivenWriter.outcomes(rows);
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

    /** An Error whose cause cannot be read, as when the heap is full. */
    private static final class UntellableError extends Error {

        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable getCause() {
            throw new OutOfMemoryError();
        }
    }
}
