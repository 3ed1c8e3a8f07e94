package dev.remoteassistance.client.http;

import dev.remoteassistance.client.generated.ApiException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What a call has to know about its operation.
 *
 * @param <Q> type of the request's body
 * @param <T> what the operation returns
 * @param request sends a request by generated code
 * @param answer reads an answer
 * @param isReport whether the body is a report; otherwise it is a query
 */
public record Operation<Q, T>(Request<Q> request, Answer<T> answer, boolean isReport) {

    /** Returns an operation that takes a report and has nothing to return. */
    static <Q> Operation<Q, Void> report(Request<Q> request) {
        return new Operation<>(request, Operation::readNothing, true);
    }

    /** Returns an operation that answers a query. */
    static <Q, T> Operation<Q, T> query(Request<Q> request, Answer<T> answer) {
        return new Operation<>(request, answer, false);
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
