package dev.remoteassistance.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.store.StoreOverloadedException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuestionExecutorTest {

    private static final int HALF = QuestionExecutor.THREADS / 2;

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE);
    private final QuestionExecutor executor = new QuestionExecutor(nanoTime::get);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<CompletableFuture<String>> answers = new ArrayList<>();

    @AfterEach
    void close() {
        gate.countDown();
        executor.close();
    }

    @Test
    void passesOnTheAnswerOrTheFailure() {
        assertThat(executor.ask("a", () -> "yes").toCompletableFuture().join()).isEqualTo("yes");
        CompletableFuture<String> failed = executor.<String>ask("a", () -> {
                    throw new IllegalStateException("no");
                })
                .toCompletableFuture();
        assertThatThrownBy(failed::join).hasCause(new IllegalStateException("no"));
        assertThat(executor.ask("a", () -> "again").toCompletableFuture().join())
                .isEqualTo("again");
    }

    /** The others' threads are free, but not for this tenant. */
    @Test
    void givesOneTenantHalfOfTheThreads() {
        hang("a", HALF);
        CompletableFuture<String> third = ask("a", "third");

        assertThat(ask("b", "other").join()).isEqualTo("other");
        assertThat(third).isNotDone();

        gate.countDown();
        assertThat(third.join()).isEqualTo("third");
    }

    @Test
    void givesOneTenantHalfOfTheQueue() {
        hang("a", HALF);
        for (int i = 0; i < QuestionExecutor.MAX_WAITING / 2; i++) {
            ask("a", "waiting " + i);
        }
        CompletableFuture<String> refused = ask("a", "too many");
        assertOverloaded(refused);
        assertThat(ask("b", "other").join()).isEqualTo("other");

        gate.countDown();
        answers.remove(refused);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isNotNull());
    }

    @Test
    void tellsHowManyQuestionsWait() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        executor.bindTo(registry);
        hang("a", HALF);
        ask("a", "first");
        ask("a", "second");
        assertThat(registry.get("remote.assistance.questions.waiting").gauge().value())
                .isEqualTo(2);

        gate.countDown();
        answers.forEach(CompletableFuture::join);
        assertThat(registry.get("remote.assistance.questions.waiting").gauge().value())
                .isZero();
    }

    @Test
    void boundsTheWholeQueue() {
        for (String tenant : List.of("a", "b")) {
            hang(tenant, HALF);
            for (int i = 0; i < QuestionExecutor.MAX_WAITING / 2; i++) {
                ask(tenant, "waiting " + i);
            }
        }
        assertOverloaded(ask("c", "too many"));
    }

    @Test
    void letsTenantsTakeTurns() {
        hang("x", HALF);
        hang("y", HALF - 1);
        CountDownLatch last = new CountDownLatch(1);
        hang("y", 1, last);
        List<String> order = new ArrayList<>();
        for (String tenant : List.of("a", "a", "a", "b", "c", "c")) {
            answers.add(executor.ask(tenant, () -> {
                        order.add(tenant);
                        return tenant;
                    })
                    .toCompletableFuture());
        }
        last.countDown();
        answers.subList(2 * HALF, answers.size()).forEach(CompletableFuture::join);

        // One thread is free, and takes one after the other.
        assertThat(order).containsExactly("a", "b", "c", "a", "c", "a");
    }

    @Test
    void refusesWhatHasWaitedTooLong() {
        hang("a", HALF);
        CompletableFuture<String> late = ask("a", "late");
        // Overflows, as System.nanoTime() may.
        nanoTime.addAndGet(Question.MAX_WAIT.toNanos() + 1);
        CompletableFuture<String> inTime = ask("a", "in time");
        gate.countDown();

        assertOverloaded(late);
        assertThat(inTime.join()).isEqualTo("in time");
    }

    @Test
    void refusesWhatWaitsWhenItIsClosed() throws Exception {
        hang("a", HALF);
        CompletableFuture<String> waiting = ask("a", "waiting");
        Thread closing = new Thread(executor::close);
        closing.start();

        assertOverloaded(waiting);
        assertOverloaded(ask("b", "too late"));
        gate.countDown();
        closing.join(Waiting.LONGEST_MILLIS);
        assertThat(answers.get(0)).isCompletedWithValue("hung");
    }

    /** Asks questions that run until the gate opens, and waits until they run. */
    private void hang(String tenant, int count) {
        hang(tenant, count, gate);
    }

    private void hang(String tenant, int count, CountDownLatch until) {
        CountDownLatch running = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            answers.add(executor.ask(tenant, () -> {
                        running.countDown();
                        await(until);
                        return "hung";
                    })
                    .toCompletableFuture());
        }
        await(running);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(Waiting.LONGEST_MILLIS, TimeUnit.MILLISECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<String> ask(String tenant, String answer) {
        CompletableFuture<String> asked = executor.ask(tenant, () -> answer).toCompletableFuture();
        answers.add(asked);
        return asked;
    }

    private static void assertOverloaded(CompletableFuture<String> answer) {
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StoreOverloadedException.class);
    }
}
