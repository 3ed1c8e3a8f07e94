package dev.remoteassistance.client;

import dev.remoteassistance.client.generated.ApiException;
import dev.remoteassistance.client.generated.DeviceManagementApi;
import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;

/** Sends one report, in as many attempts as the retry policy allows. */
final class ReportCall {

    /** The syntax of a bearer token (RFC 6750, 2.1). */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final DeviceManagementApi api;
    private final String root;
    private final AccessTokenProvider tokens;
    private final ReportRemoteAssistanceRequest request;
    private final String clientRequestId;
    private final RetryPolicy retryPolicy;
    private final Duration requestTimeout;
    private final CompletableFuture<Void> result = new CompletableFuture<>();

    ReportCall(
            DeviceManagementApi api,
            String root,
            AccessTokenProvider tokens,
            ReportRemoteAssistanceRequest request,
            String clientRequestId,
            RetryPolicy retryPolicy,
            Duration requestTimeout) {
        this.api = api;
        this.root = root;
        this.tokens = tokens;
        this.request = request;
        this.clientRequestId = clientRequestId;
        this.retryPolicy = retryPolicy;
        this.requestTimeout = requestTimeout;
    }

    String clientRequestId() {
        return clientRequestId;
    }

    CompletableFuture<Void> start() {
        attempt(1);
        return result;
    }

    void cancel() {
        result.cancel(true);
    }

    private void attempt(int number) {
        if (result.isDone()) {
            return;
        }
        String token;
        try {
            token = token();
        } catch (Throwable fromTheProvider) {
            // Passed on unchanged and without a retry: no report was sent, and a retry of ours cannot help.
            result.completeExceptionally(fromTheProvider);
            return;
        }
        try {
            CompletableFuture<Void> attempt = api.reportRemoteAssistance(
                            request, clientRequestId, Map.of("Authorization", "Bearer " + token))
                    // The timeout of the generated code ends at the header of the answer.
                    .orTimeout(requestTimeout.toMillis(), TimeUnit.MILLISECONDS);
            result.whenComplete((done, cancelled) -> attempt.cancel(true));
            attempt.whenComplete((stored, failure) -> finish(number, failure));
        } catch (Throwable e) {
            // Catches everything, because the caller waits for the result.
            finish(number, e);
        }
    }

    /** Returns the token, checked here because the HTTP client's own check would quote a token that it refuses. */
    private String token() {
        String token = Objects.requireNonNull(tokens.accessToken(), "the access token provider gave null")
                .strip();
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("the access token provider gave text that is no access token");
        }
        return token;
    }

    private void finish(int attempt, Throwable failure) {
        if (failure == null) {
            result.complete(null);
            return;
        }
        Throwable cause = unwrap(failure);
        Duration wait = retryPolicy.backOff(attempt);
        boolean again = attempt < retryPolicy.maxAttempts();
        if (cause instanceof Refusal refusal) {
            Duration asked = refusal.response.retryAfter().orElse(Duration.ZERO);
            again &= refusal.response.isTransient() && asked.compareTo(retryPolicy.maxDelay()) <= 0;
            wait = asked.compareTo(wait) > 0 ? asked : jitter(wait);
        } else {
            again &= isLostConnection(cause);
            wait = jitter(wait);
        }
        if (again) {
            CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> attempt(attempt + 1));
        } else {
            result.completeExceptionally(publicException(cause, attempt));
        }
    }

    private static Duration jitter(Duration wait) {
        long half = wait.toMillis() / 2;
        return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(wait.toMillis() - half + 1));
    }

    /** Returns whether a retry can help. A TLS handshake that failed once will fail again. */
    private static boolean isLostConnection(Throwable cause) {
        return cause instanceof TimeoutException
                || cause instanceof IOException && !(cause instanceof SSLHandshakeException);
    }

    private Throwable publicException(Throwable cause, int attempts) {
        if (cause instanceof Refusal refusal) {
            return refusal.response.toException(clientRequestId);
        }
        if (cause instanceof TimeoutException || cause instanceof IOException) {
            return new ConnectionException(
                    "No answer from %s after %d attempt(s): %s".formatted(root, attempts, cause),
                    cause,
                    clientRequestId);
        }
        return cause instanceof ApiException
                ? new IllegalArgumentException("The payload cannot be written as JSON", cause.getCause())
                : cause;
    }

    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof java.io.UncheckedIOException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    static RuntimeException asUnchecked(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new CompletionException(cause);
    }

    /** Carries an answer through the generated code. */
    static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ErrorResponse response;

        Refusal(ErrorResponse response) {
            super(null, null, false, false);
            this.response = response;
        }
    }
}
