package dev.remoteassistance.client;

import dev.remoteassistance.client.generated.ApiException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;

/**
 * What a call has to know about its operation.
 *
 * @param <Q> type of the request's body
 * @param <T> what the operation returns
 * @param request sends a request by generated code
 * @param answer reads an answer
 * @param invalid makes the exception for a request that the server will never take, from its answer and the {@code
 *     client-request-id}
 */
record Operation<Q, T>(
        Request<Q> request, Answer<T> answer, BiFunction<ErrorResponse, String, ErrorResponseException> invalid) {

    /** Returns an operation that takes a report and has nothing to return. */
    static <Q> Operation<Q, Void> report(Request<Q> request) {
        return new Operation<>(request, Operation::readNothing, InvalidReportException::new);
    }

    /** Returns an operation that answers a query. */
    static <Q, T> Operation<Q, T> query(Request<Q> request, Answer<T> answer) {
        return new Operation<>(request, answer, InvalidQueryException::new);
    }

    /** Requires 204, which alone says that the report is stored: a 200 may come from any proxy on the way. */
    private static Void readNothing(HttpResponse<InputStream> response) throws IOException {
        require(HttpURLConnection.HTTP_NO_CONTENT, response);
        return null;
    }

    /** Requires this status, and refuses an answer that has another one. */
    static void require(int status, HttpResponse<InputStream> response) throws IOException {
        if (response.statusCode() != status) {
            throw new Refusal(ErrorResponse.read(response));
        }
    }

    /**
     * Returns the exception with which the caller learns of a failure.
     *
     * @param cause why the last attempt failed
     * @param root root of the server
     * @param attempts how many attempts there were
     */
    Throwable exception(Throwable cause, String root, int attempts, String clientRequestId) {
        if (cause instanceof Refusal refusal) {
            return refusal.response().toException(clientRequestId, invalid);
        }
        if (cause instanceof TimeoutException || cause instanceof IOException) {
            return new ConnectionException(
                    "No answer from %s after %d attempt(s): %s".formatted(root, attempts, cause),
                    cause,
                    clientRequestId);
        }
        return cause instanceof ApiException
                ? new IllegalArgumentException("The request cannot be written as JSON", cause.getCause())
                : cause;
    }

    /** Sends one attempt. */
    @FunctionalInterface
    interface Request<Q> {
        CompletableFuture<?> send(Q body, String clientRequestId, Map<String, String> headers) throws ApiException;
    }

    /** Reads the answer to one attempt. */
    @FunctionalInterface
    interface Answer<T> {

        /**
         * Returns what the operation returns.
         *
         * @throws Refusal if the operation does not promise this answer
         * @throws IOException if the connection is lost
         */
        T read(HttpResponse<InputStream> response) throws IOException;
    }
}
