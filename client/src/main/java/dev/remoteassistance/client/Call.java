package dev.remoteassistance.client;

import dev.remoteassistance.client.http.Attempts;
import dev.remoteassistance.client.http.ErrorResponse;
import dev.remoteassistance.client.http.Operation;
import dev.remoteassistance.client.http.Refusal;
import dev.remoteassistance.client.http.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** A call of the client: tries again as the retry policy says, and fails with the exceptions that callers know. */
final class Call<Q, T> extends Attempts<Q, T> {

    private final RetryPolicy retryPolicy;
    private final String root;
    private final boolean isReport;

    Call(Transport transport, RetryPolicy retryPolicy, Operation<Q, T> operation, Q body) {
        super(transport, operation, Objects.requireNonNull(body, operation.isReport() ? "payload" : "query"));
        this.retryPolicy = retryPolicy;
        this.root = transport.root();
        this.isReport = operation.isReport();
    }

    /** Starts, and waits for the result. */
    T await() {
        CompletableFuture<T> result = start();
        try {
            return result.get();
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new ConnectionException("Interrupted while waiting for the answer", e, clientRequestId);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RemoteAssistanceException failure) {
                // The exception was made on the thread that received the answer. The stack trace of the caller helps
                // more.
                failure.fillInStackTrace();
            }
            throw asUnchecked(e.getCause());
        }
    }

    private static RuntimeException asUnchecked(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new CompletionException(cause);
    }

    @Override
    protected Optional<Duration> waitAfter(int attempt, Throwable cause) {
        return retryPolicy.waitAfter(attempt, cause);
    }

    @Override
    protected Throwable exception(Throwable cause, int attempts) {
        if (cause instanceof Refusal refusal) {
            return exception(refusal.response());
        }
        return cause instanceof TimeoutException || cause instanceof IOException
                ? new ConnectionException(
                        "No answer from %s after %d attempt(s): %s".formatted(root, attempts, cause),
                        cause,
                        clientRequestId)
                : cause;
    }

    private ErrorResponseException exception(ErrorResponse response) {
        return switch (response.status()) {
            case 400, 413, 415 ->
                isReport
                        ? new InvalidReportException(response, clientRequestId)
                        : new InvalidQueryException(response, clientRequestId);
            case 401 -> new AuthenticationException(response, clientRequestId);
            case 403 -> new PermissionException(response, clientRequestId);
            case 429 -> new ThrottledException(response, clientRequestId);
            default ->
                response.status() >= 500
                        ? new ServerException(response, clientRequestId)
                        : new ErrorResponseException(response, clientRequestId);
        };
    }
}
