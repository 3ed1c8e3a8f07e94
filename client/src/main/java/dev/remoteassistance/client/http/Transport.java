package dev.remoteassistance.client.http;

import dev.remoteassistance.client.generated.ApiClient;
import dev.remoteassistance.model.json.JsonPolicy;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What all calls of a client share. */
public final class Transport {

    /** The syntax of a bearer token (RFC 6750, 2.1). */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final ApiClient generated = new OneConnectionPool();
    private final String root;
    private final Supplier<String> tokens;
    private final Duration requestTimeout;
    private final Supplier<Supplier<Map<String, String>>> headersOfCall;
    /** The generated code calls the interceptor on the thread that sends, without saying for which call. */
    private final ThreadLocal<Supplier<Map<String, String>>> headersOfAttempt = new ThreadLocal<>();

    public Transport(Settings settings) {
        this.tokens = settings.tokens();
        this.requestTimeout = settings.requestTimeout();
        this.headersOfCall = settings.headersOfCall();
        if (settings.baseUri() != null) {
            generated.updateBaseUri(settings.baseUri());
        }
        this.root = generated.getBaseUri();
        generated
                .setHttpClientBuilder(http(settings, root.startsWith("http:")))
                .setRequestInterceptor(
                        request -> addHeaders(request, headersOfAttempt.get().get()))
                .setObjectMapper(JsonPolicy.newMapper())
                .setReadTimeout(requestTimeout)
                .setAsyncResponseInterceptor(response -> {
                    throw new Answered(response);
                });
    }

    private static HttpClient.Builder http(Settings settings, boolean plain) {
        HttpClient.Builder http = HttpClient.newBuilder()
                // Over plain HTTP, version 2 would begin with an upgrade that some servers answer late or never.
                .version(plain ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2)
                // A redirect could carry the token to another host.
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout());
        return settings.proxy() == null ? http : http.proxy(settings.proxy());
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

    /** Returns the settings of the generated classes. */
    ApiClient generated() {
        return generated;
    }

    /** Returns the root of the server. */
    public String root() {
        return root;
    }

    Duration requestTimeout() {
        return requestTimeout;
    }

    /** Returns the supplier of further headers for a call that this thread makes. */
    Supplier<Map<String, String>> headersOfCall() {
        return Objects.requireNonNull(headersOfCall.get(), "the supplier of a call's headers gave null");
    }

    /** Sends an attempt with further headers. */
    CompletableFuture<?> send(Supplier<Map<String, String>> headers, Callable<CompletableFuture<?>> attempt)
            throws Exception {
        headersOfAttempt.set(headers);
        try {
            return attempt.call();
        } finally {
            headersOfAttempt.remove();
        }
    }

    /** Returns the token, checked here because the HTTP client's own check would quote a token that it refuses. */
    String token() {
        String token = Objects.requireNonNull(tokens.get(), "the access token provider gave null")
                .strip();
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("the access token provider gave text that is no access token");
        }
        return token;
    }

    /**
     * What the user of a client sets.
     *
     * @param baseUri root of the server; null for the one that the contract names
     * @param proxy null for that of the JVM
     */
    public record Settings(
            Supplier<String> tokens,
            String baseUri,
            Duration connectTimeout,
            Duration requestTimeout,
            Supplier<Supplier<Map<String, String>>> headersOfCall,
            ProxySelector proxy) {}

    /** Gives all generated classes the same HTTP client. Otherwise each would make its own. */
    private static final class OneConnectionPool extends ApiClient {

        private HttpClient http;

        @Override
        public HttpClient getHttpClient() {
            if (http == null) {
                http = super.getHttpClient();
            }
            return http;
        }
    }
}
