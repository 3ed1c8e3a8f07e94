package dev.remoteassistance.client;

import dev.remoteassistance.client.generated.ApiClient;
import dev.remoteassistance.client.generated.DeviceManagementApi;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import dev.remoteassistance.model.json.JsonPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Sends reports of remote-assistance sessions.
 *
 * <p>A report is sent again after {@code 408}, {@code 429}, {@code 503}, {@code 504} and lost connections, as
 * {@link RetryPolicy} says; the server still stores it once. All attempts for a report carry the same
 * {@code client-request-id}.
 *
 * <p>Immutable and safe for use by many threads. Create one client and keep it, because it holds the connections.
 */
public final class RemoteAssistanceClient {

    private final DeviceManagementApi api;
    private final String root;
    private final AccessTokenProvider tokens;
    private final RetryPolicy retryPolicy;
    private final Duration requestTimeout;

    private RemoteAssistanceClient(Builder builder) {
        this.tokens = builder.tokens;
        this.retryPolicy = builder.retryPolicy;
        this.requestTimeout = builder.requestTimeout;
        ApiClient generated = new ApiClient();
        if (builder.baseUri != null) {
            generated.updateBaseUri(builder.baseUri);
        }
        this.root = generated.getBaseUri();
        boolean plain = generated.getBaseUri().startsWith("http:");
        HttpClient.Builder http = HttpClient.newBuilder()
                // Over plain HTTP, version 2 would begin with an upgrade that some servers answer late or never.
                .version(plain ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2)
                // A redirect could carry the token to another host.
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(builder.connectTimeout);
        if (builder.proxy != null) {
            http.proxy(builder.proxy);
        }
        Supplier<Map<String, String>> headers = builder.headers;
        generated
                .setHttpClientBuilder(http)
                .setRequestInterceptor(request -> addHeaders(request, headers.get()))
                .setObjectMapper(JsonPolicy.newMapper())
                .setReadTimeout(requestTimeout)
                .setAsyncResponseInterceptor(response -> requireNoContent(response, requestTimeout));
        this.api = new DeviceManagementApi(generated);
    }

    /**
     * Returns a builder of clients.
     *
     * @param tokens provides the access tokens, not null
     * @return a new builder with defaults for everything else
     */
    public static Builder builder(AccessTokenProvider tokens) {
        return new Builder(Objects.requireNonNull(tokens, "tokens"));
    }

    /**
     * Sends a report and waits until the server has stored it.
     *
     * @param payload the report, not null; {@code id} is required, everything else optional
     * @throws InvalidReportException if the server will never take this report
     * @throws AuthenticationException if the access token is not valid
     * @throws PermissionException if the tenant is not served or a permission is missing
     * @throws ThrottledException if there are too many reports, also after all retries
     * @throws ServerException if the server fails, also after all retries
     * @throws ConnectionException if there is no answer, also after all retries, or if the thread is interrupted; the
     *     report may or may not be stored then
     * @throws IllegalArgumentException if the payload holds an additional property that cannot be written as JSON
     */
    public void report(RemoteAssistanceReporting payload) {
        ReportCall call = call(payload);
        try {
            call.start().get();
        } catch (InterruptedException e) {
            call.cancel();
            Thread.currentThread().interrupt();
            throw new ConnectionException("Interrupted while waiting for the answer", e, call.clientRequestId());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RemoteAssistanceException failure) {
                // Made on the thread that received the answer; the stack trace of the caller helps more.
                failure.fillInStackTrace();
            }
            throw ReportCall.asUnchecked(e.getCause());
        }
    }

    /**
     * Sends a report asynchronously. Otherwise the same as {@link #report}.
     *
     * @param payload the report, not null; must not be changed before the future is done
     * @return completed once the server has stored the report, or with one of the exceptions of {@link #report};
     *     cancelling it ends the retries
     */
    public CompletableFuture<Void> reportAsync(RemoteAssistanceReporting payload) {
        return call(payload).start();
    }

    private ReportCall call(RemoteAssistanceReporting payload) {
        ReportRemoteAssistanceRequest request =
                new ReportRemoteAssistanceRequest().reportingPayload(Objects.requireNonNull(payload, "payload"));
        return new ReportCall(api, root, tokens, request, UUID.randomUUID().toString(), retryPolicy, requestTimeout);
    }

    private static void addHeaders(HttpRequest.Builder request, Map<String, String> headers) {
        HttpHeaders ours = request.copy().build().headers();
        headers.forEach((name, value) -> {
            if (ours.firstValue(name).isPresent()) {
                throw new IllegalArgumentException("the client itself sets the header " + name);
            }
            try {
                request.header(name, value);
            } catch (IllegalArgumentException quotesTheValue) {
                throw new IllegalArgumentException("not a header that can be sent: " + name);
            }
        });
    }

    /** Requires 204, which alone says that the report is stored: a 200 may come from any proxy on the way. */
    private static HttpResponse<InputStream> requireNoContent(
            HttpResponse<InputStream> response, Duration requestTimeout) {
        if (response.statusCode() == HttpURLConnection.HTTP_NO_CONTENT) {
            return response;
        }
        // Reading blocks. After the deadline nobody waits for the answer, so an endless one must not hold the thread.
        CompletableFuture<Void> deadline = new CompletableFuture<>();
        deadline.completeOnTimeout(null, requestTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .thenRun(() -> closeQuietly(response.body()));
        try {
            throw new CompletionException(new ReportCall.Refusal(ErrorResponse.read(response)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deadline.cancel(false);
        }
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException alreadyBroken) {
            // Ignored: the body was to be abandoned anyway.
        }
    }

    /** Builds clients. Not safe for use by many threads. */
    public static final class Builder {

        private final AccessTokenProvider tokens;
        private String baseUri;
        private Duration connectTimeout = Duration.ofSeconds(10);
        private Duration requestTimeout = Duration.ofSeconds(30);
        private RetryPolicy retryPolicy = RetryPolicy.DEFAULT;
        private Supplier<Map<String, String>> headers = Map::of;
        private ProxySelector proxy;

        private Builder(AccessTokenProvider tokens) {
            this.tokens = tokens;
        }

        /**
         * Sets the root of the server, to which the path of the contract ({@code /beta/…}) is appended. Default: the
         * server that the contract names, Microsoft Graph.
         *
         * @param baseUri http or https, with a host, without query; a slash at the end makes no difference
         * @return this builder
         */
        public Builder baseUri(URI baseUri) {
            boolean web = "http".equals(baseUri.getScheme()) || "https".equals(baseUri.getScheme());
            if (!web || baseUri.getHost() == null || baseUri.getQuery() != null || baseUri.getFragment() != null) {
                throw new IllegalArgumentException("not the root of an HTTP server: " + baseUri);
            }
            this.baseUri = baseUri.toString().replaceFirst("/+$", "");
            return this;
        }

        /**
         * Sets how long to wait for a connection. Default: 10 seconds.
         *
         * @param connectTimeout positive; more than 365 days count as 365 days
         * @return this builder
         */
        public Builder connectTimeout(Duration connectTimeout) {
            this.connectTimeout = positive(connectTimeout, "connectTimeout");
            return this;
        }

        /**
         * Sets how long one attempt may take, from its start to the end of the answer. Default: 30 seconds.
         *
         * @param requestTimeout positive; more than 365 days count as 365 days
         * @return this builder
         */
        public Builder requestTimeout(Duration requestTimeout) {
            this.requestTimeout = positive(requestTimeout, "requestTimeout");
            return this;
        }

        /**
         * Sets how often to try again, and after which waits. Default: {@link RetryPolicy#DEFAULT}.
         *
         * @param retryPolicy not null
         * @return this builder
         */
        public Builder retryPolicy(RetryPolicy retryPolicy) {
            this.retryPolicy = Objects.requireNonNull(retryPolicy, "retryPolicy");
            return this;
        }

        /**
         * Sets a supplier of further headers, such as {@code traceparent}. Default: none.
         *
         * @param headers called before each attempt, by the thread that sends it; returns values by name. If a name is
         *     that of a header that the client itself sets, such as {@code Authorization}, the attempt is not sent, and
         *     the report ends with an {@link IllegalArgumentException}
         * @return this builder
         */
        public Builder headers(Supplier<Map<String, String>> headers) {
            this.headers = Objects.requireNonNull(headers, "headers");
            return this;
        }

        /**
         * Sets the proxy to use. Default: that of the JVM, from system properties such as {@code https.proxyHost}.
         *
         * @param proxy not null; {@link HttpClient.Builder#NO_PROXY} for none
         * @return this builder
         */
        public Builder proxy(ProxySelector proxy) {
            this.proxy = Objects.requireNonNull(proxy, "proxy");
            return this;
        }

        /**
         * Builds a client.
         *
         * @return a new client
         */
        public RemoteAssistanceClient build() {
            return new RemoteAssistanceClient(this);
        }

        private static Duration positive(Duration duration, String name) {
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException(name + " must be positive, not " + duration);
            }
            return RetryPolicy.atMostLongest(duration);
        }
    }
}
