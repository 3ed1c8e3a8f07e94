package dev.remoteassistance.server.report;

import dev.remoteassistance.server.store.StoreOverloadedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A question about sessions that waits for a thread. */
final class Question<T> {

    /** After this time the caller has probably gone. */
    static final Duration MAX_WAIT = Duration.ofSeconds(5);

    private final Supplier<T> question;
    private final long askedAt;
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    /** @param askedAt when it was asked, as {@link System#nanoTime()} tells the time */
    Question(Supplier<T> question, long askedAt) {
        this.question = question;
        this.askedAt = askedAt;
    }

    CompletionStage<T> answer() {
        return answer;
    }

    /** Computes the answer, unless the question has waited too long. */
    void run(long now) {
        if (now - askedAt > MAX_WAIT.toNanos()) {
            refuse();
            return;
        }
        T found;
        try {
            found = question.get();
        } catch (RuntimeException | Error e) {
            answer.completeExceptionally(e);
            return;
        }
        answer.complete(found);
    }

    void refuse() {
        answer.completeExceptionally(new StoreOverloadedException());
    }
}
