package dev.remoteassistance.contract.generate;

import dev.remoteassistance.contract.pact.Exchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sends requests, and retries when a server asks for it. */
final class RequestSender {

    private static final int MAX_TRIES = 5;
    private static final long MAX_WAIT_SECONDS = 60;

    private final HttpClient client;
    private final URI root;
    private final Optional<String> token;
    private final Duration timeout;

    RequestSender(URI root, Optional<String> token, Duration timeout) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
        this.root = root;
        this.token = token;
        this.timeout = timeout;
    }

    /**
     * Returns the request and its last response. Sends it up to {@value #MAX_TRIES} times, as long as the server asks
     * for a retry.
     */
    Exchange send(GeneratedRequest request) throws IOException {
        try {
            HttpResponse<String> answer = client.send(http(request), BodyHandlers.ofString());
            for (int tries = 1; tries < MAX_TRIES; tries++) {
                Optional<Long> seconds = retryAfter(answer);
                if (seconds.isEmpty()) {
                    break;
                }
                Thread.sleep(Duration.ofSeconds(Math.min(seconds.get(), MAX_WAIT_SECONDS))
                        .toMillis());
                answer = client.send(http(request), BodyHandlers.ofString());
            }
            return exchange(request, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static Optional<Long> retryAfter(HttpResponse<String> answer) {
        return answer.statusCode() == 429 || answer.statusCode() == 503
                ? answer.headers()
                        .firstValue("Retry-After")
                        .filter(text -> text.matches("\\d{1,9}"))
                        .map(Long::valueOf)
                : Optional.empty();
    }

    private HttpRequest http(GeneratedRequest request) {
        HttpRequest.Builder http = HttpRequest.newBuilder(
                        URI.create(root.toString().replaceFirst("/$", "") + request.target()))
                .timeout(timeout)
                .method(
                        request.method(),
                        request.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach(http::setHeader);
        token.ifPresent(value -> http.setHeader("Authorization", "Bearer " + value));
        return http.build();
    }

    private static Exchange exchange(GeneratedRequest request, HttpResponse<String> answer) {
        Function<Map.Entry<String, String>, List<String>> single = header -> List.of(header.getValue());
        return new Exchange(
                request.method(),
                request.target().replaceFirst("\\?.*", ""),
                request.headers().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, single)),
                request.body(),
                answer.statusCode(),
                answer.headers().map(),
                answer.body());
    }
}
