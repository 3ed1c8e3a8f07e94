package dev.remoteassistance.server.report;

import dev.remoteassistance.server.store.StoreOverloadedException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Runs questions about sessions on a few threads of its own, so that they occupy no thread that takes reports. Tenants
 * take turns. One tenant gets at most half of the threads and half of the queue, so that it cannot keep others out.
 */
public final class QuestionExecutor implements MeterBinder, AutoCloseable {

    /** Each thread holds a connection, and an answer in memory. */
    static final int THREADS = 4;

    static final int MAX_WAITING = 64;

    /** The database ends a question earlier. */
    private static final long CLOSE_SECONDS = 15;

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "store-questions");
        thread.setDaemon(true);
        return thread;
    });

    private final LongSupplier nanoTime;
    /** Waiting questions by tenant. Has only tenants with questions; the tenant whose turn it is comes first. */
    private final Map<String, Queue<Question<?>>> waiting = new LinkedHashMap<>();
    /** Number of running questions by tenant. Has only tenants with questions. */
    private final Map<String, Integer> running = new HashMap<>();

    private int waitingCount;
    private int workers;
    private boolean isClosed;

    public QuestionExecutor() {
        this(System::nanoTime);
    }

    QuestionExecutor(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Answers a question asynchronously. Actions that depend on the stage run before the thread's next question.
     *
     * @return the answer; fails with a {@link StoreOverloadedException} if too many questions are waiting, or if this
     *     one has waited too long
     */
    <T> CompletionStage<T> ask(String tenant, Supplier<T> question) {
        Question<T> asked = new Question<>(question, nanoTime.getAsLong());
        synchronized (this) {
            Queue<Question<?>> queue = waiting.getOrDefault(tenant, new ArrayDeque<>());
            if (isClosed || waitingCount == MAX_WAITING || queue.size() == MAX_WAITING / 2) {
                return CompletableFuture.failedFuture(new StoreOverloadedException());
            }
            queue.add(asked);
            waiting.put(tenant, queue);
            waitingCount++;
            if (workers < THREADS) {
                workers++;
                threads.execute(this::work);
            }
        }
        return asked.answer();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("remote.assistance.questions.waiting", this, QuestionExecutor::waiting)
                .description("Questions about sessions that wait for a thread")
                .register(registry);
    }

    private synchronized int waiting() {
        return waitingCount;
    }

    /** Answers questions until no question is left that may run now. */
    private void work() {
        for (Turn turn = next(); turn != null; turn = next()) {
            turn.question.run(nanoTime.getAsLong());
            finish(turn.tenant);
        }
    }

    private synchronized void finish(String tenant) {
        running.computeIfPresent(tenant, (name, count) -> count == 1 ? null : count - 1);
    }

    /** Returns the next question; null if the thread is not needed any more. */
    private synchronized Turn next() {
        for (Map.Entry<String, Queue<Question<?>>> entry : waiting.entrySet()) {
            String tenant = entry.getKey();
            if (running.getOrDefault(tenant, 0) < THREADS / 2) {
                Queue<Question<?>> queue = entry.getValue();
                Question<?> question = queue.remove();
                waitingCount--;
                running.merge(tenant, 1, Integer::sum);
                // Moves the tenant behind all others.
                waiting.remove(tenant);
                if (!queue.isEmpty()) {
                    waiting.put(tenant, queue);
                }
                return new Turn(tenant, question);
            }
        }
        workers--;
        return null;
    }

    /** Refuses the questions that still wait, and waits for those that run. */
    @Override
    public void close() {
        Map<String, Queue<Question<?>>> refused;
        synchronized (this) {
            isClosed = true;
            refused = new HashMap<>(waiting);
            waiting.clear();
            waitingCount = 0;
        }
        refused.values().forEach(queue -> queue.forEach(Question::refuse));
        threads.shutdown();
        try {
            threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A question that may run now. */
    private record Turn(String tenant, Question<?> question) {}
}
