package dev.remoteassistance.client.http;

import dev.remoteassistance.client.generated.ApiException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends one request, in as many attempts as the subclass allows.
 *
 * @param <Q> type of the request's body
 * @param <T> what the operation returns
 */
public abstract class Attempts<Q, T> {

    /** All attempts carry it. */
    protected final String clientRequestId = UUID.randomUUID().toString();

    private final Transport transport;
    private final Operation<Q, T> operation;
    private final Q body;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private Supplier<Map<String, String>> headers;

    protected Attempts(Transport transport, Operation<Q, T> operation, Q body) {
        this.transport = transport;
        this.operation = operation;
        this.body = body;
    }

    /** Starts the first attempt. Cancelling what it returns ends the attempts. */
    public CompletableFuture<T> start() {
        attempt(1);
        return result;
    }

    /** Returns how long to wait after a failed attempt, counted from 1; empty if there is to be no other one. */
    protected abstract Optional<Duration> waitAfter(int attempt, Throwable cause);

    /** Returns the exception with which the caller learns why the last attempt failed. */
    protected abstract Throwable exception(Throwable cause, int attempts);

    private void attempt(int number) {
        if (result.isDone()) {
            return;
        }
        String token;
        try {
            if (number == 1) {
                // Take them now: only the first attempt runs on the caller's thread.
                headers = transport.headersOfCall();
            }
            token = transport.token();
        } catch (Throwable fromTheProvider) {
            // Passed on unchanged and without a retry: nothing was sent, and a retry of ours cannot help.
            result.completeExceptionally(fromTheProvider);
            return;
        }
        try {
            Map<String, String> authorization = Map.of("Authorization", "Bearer " + token);
            CompletableFuture<T> attempt = transport
                    .send(headers, () -> operation.request().send(body, clientRequestId, authorization))
                    .<T>handleAsync((nothing, carrier) -> read(carrier))
                    // The timeout of the generated code ends at the header of the answer.
                    .orTimeout(transport.requestTimeout().toMillis(), TimeUnit.MILLISECONDS);
            result.whenComplete((done, cancelled) -> attempt.cancel(true));
            attempt.whenComplete((value, failure) -> finish(number, value, failure));
        } catch (Throwable e) {
            // Catches everything, because the caller waits for the result.
            finish(number, null, e);
        }
    }

    private T read(Throwable carrier) {
        if (!(unwrap(carrier) instanceof Answered answered)) {
            throw new CompletionException(carrier);
        }
        HttpResponse<InputStream> response = answered.response();
        // Reading blocks. After the deadline nobody waits for the answer, so an endless one must not hold the thread.
        CompletableFuture<Void> deadline = new CompletableFuture<>();
        deadline.completeOnTimeout(null, transport.requestTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .thenRun(() -> closeQuietly(response.body()));
        try {
            return operation.answer().read(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deadline.cancel(false);
            closeQuietly(response.body());
        }
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException alreadyBroken) {
            // Ignored: nobody reads on.
        }
    }

    private void finish(int attempt, T value, Throwable failure) {
        if (failure == null) {
            result.complete(value);
            return;
        }
        Throwable cause = unwrap(failure);
        waitAfter(attempt, cause)
                .ifPresentOrElse(
                        wait -> CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                                .execute(() -> attempt(attempt + 1)),
                        () -> result.completeExceptionally(exception(cause, attempt)));
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof UncheckedIOException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof ApiException
                ? new IllegalArgumentException("The request cannot be written as JSON", cause.getCause())
                : cause;
    }
}
