package dev.remoteassistance.client;

import dev.remoteassistance.client.http.EnvironmentProxy;
import dev.remoteassistance.client.http.Transport;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Takes the settings of a client, and builds it. */
abstract sealed class ClientBuilder permits RemoteAssistanceClient.Builder {

    private final AccessTokenProvider tokens;
    private String baseUri;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration requestTimeout = Duration.ofSeconds(30);
    private RetryPolicy retryPolicy = RetryPolicy.DEFAULT;
    private Supplier<Supplier<Map<String, String>>> headers = () -> Map::of;
    private ProxySelector proxy;

    ClientBuilder(AccessTokenProvider tokens) {
        this.tokens = tokens;
    }

    /**
     * Sets the root of the server, to which the path of the contract ({@code /beta/…}) is appended. Default: the
     * server that the contract names, Microsoft Graph.
     *
     * @param baseUri http or https, with a host, without query; a slash at the end makes no difference
     * @return this builder
     */
    public RemoteAssistanceClient.Builder baseUri(URI baseUri) {
        boolean web = "http".equals(baseUri.getScheme()) || "https".equals(baseUri.getScheme());
        if (!web || baseUri.getHost() == null || baseUri.getQuery() != null || baseUri.getFragment() != null) {
            throw new IllegalArgumentException("not the root of an HTTP server: " + baseUri);
        }
        this.baseUri = baseUri.toString().replaceFirst("/+$", "");
        return self();
    }

    /**
     * Sets how long to wait for a connection. Default: 10 seconds.
     *
     * @param connectTimeout positive; more than 365 days count as 365 days
     * @return this builder
     */
    public RemoteAssistanceClient.Builder connectTimeout(Duration connectTimeout) {
        this.connectTimeout = positive(connectTimeout, "connectTimeout");
        return self();
    }

    /**
     * Sets how long one attempt may take, from its start to the end of the answer. Default: 30 seconds.
     *
     * @param requestTimeout positive; more than 365 days count as 365 days
     * @return this builder
     */
    public RemoteAssistanceClient.Builder requestTimeout(Duration requestTimeout) {
        this.requestTimeout = positive(requestTimeout, "requestTimeout");
        return self();
    }

    /**
     * Sets how often the client retries, and how long it waits before each retry. Default: {@link RetryPolicy#DEFAULT}.
     *
     * @param retryPolicy not null
     * @return this builder
     */
    public RemoteAssistanceClient.Builder retryPolicy(RetryPolicy retryPolicy) {
        this.retryPolicy = Objects.requireNonNull(retryPolicy, "retryPolicy");
        return self();
    }

    /**
     * Sets a supplier of further headers, such as the key of a gateway. Default: none.
     *
     * @param headers called before each attempt, by the thread that sends it. Later attempts are sent by other threads
     *     than the one that made the call. Returns values by name. If the client itself sets a header of that name,
     *     such as {@code Authorization}, the attempt is not sent, and the call ends with an {@link
     *     IllegalArgumentException}
     * @return this builder
     */
    public RemoteAssistanceClient.Builder headers(Supplier<Map<String, String>> headers) {
        Objects.requireNonNull(headers, "headers");
        return headersOfCall(() -> headers);
    }

    /**
     * Sets a supplier of further headers that depend on the thread that makes a call, such as {@code traceparent}. It
     * takes the place of {@link #headers(Supplier)}. Default: none.
     *
     * @param headers called once for each call, by the thread that makes it; the supplier that it returns is called
     *     before each attempt, like the one that {@link #headers(Supplier)} takes
     * @return this builder
     */
    public RemoteAssistanceClient.Builder headersOfCall(Supplier<Supplier<Map<String, String>>> headers) {
        this.headers = Objects.requireNonNull(headers, "headers");
        return self();
    }

    /**
     * Sets the proxy to use. Default: that of the JVM, from system properties such as {@code https.proxyHost}.
     *
     * @param proxy not null; {@link HttpClient.Builder#NO_PROXY} for none
     * @return this builder
     */
    public RemoteAssistanceClient.Builder proxy(ProxySelector proxy) {
        this.proxy = Objects.requireNonNull(proxy, "proxy");
        return self();
    }

    /**
     * Uses the proxy that environment variables name, as other programs do: {@code https_proxy} or {@code HTTPS_PROXY},
     * for a server without TLS {@code http_proxy}, but none for hosts that {@code no_proxy} or {@code NO_PROXY} lists.
     *
     * @param environment variables by name, such as {@link System#getenv()}; without those above no proxy is used
     * @return this builder
     * @throws IllegalArgumentException if a variable does not name a proxy that can be used; a usable proxy takes plain
     *     HTTP, without credentials. The message names the variable, not its value
     */
    public RemoteAssistanceClient.Builder proxyFrom(Map<String, String> environment) {
        return proxy(EnvironmentProxy.of(environment));
    }

    /**
     * Builds a client.
     *
     * @return a new client
     */
    public RemoteAssistanceClient build() {
        Transport.Settings settings =
                new Transport.Settings(tokens::accessToken, baseUri, connectTimeout, requestTimeout, headers, proxy);
        return new RemoteAssistanceClient(new Transport(settings), retryPolicy);
    }

    private RemoteAssistanceClient.Builder self() {
        return (RemoteAssistanceClient.Builder) this;
    }

    private static Duration positive(Duration duration, String name) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, not " + duration);
        }
        return RetryPolicy.atMostLongest(duration);
    }
}
