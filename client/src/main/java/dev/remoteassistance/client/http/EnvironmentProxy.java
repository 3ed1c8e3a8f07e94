package dev.remoteassistance.client.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The proxy that environment variables name, in the way that is common to curl, Python and Go. */
public final class EnvironmentProxy extends ProxySelector {

    /** Means that there is no proxy. */
    private static final URI NONE = URI.create("");

    private final URI forHttps;
    private final URI forHttp;
    private final List<String> exceptions;

    private EnvironmentProxy(URI forHttps, URI forHttp, List<String> exceptions) {
        this.forHttps = forHttps;
        this.forHttp = forHttp;
        this.exceptions = exceptions;
    }

    public static ProxySelector of(Map<String, String> environment) {
        return new EnvironmentProxy(
                proxy(environment, "https_proxy", "HTTPS_PROXY"),
                // Not HTTP_PROXY: in a CGI program, any caller's header {@code Proxy} sets that variable.
                proxy(environment, "http_proxy"),
                Stream.of(first(environment, "no_proxy", "NO_PROXY").split(","))
                        .map(host -> host.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
                        .filter(host -> !host.isEmpty())
                        .toList());
    }

    private static String first(Map<String, String> environment, String... names) {
        return Stream.of(names)
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    private static URI proxy(Map<String, String> environment, String... names) {
        String value = first(environment, names).strip();
        if (value.isEmpty()) {
            return NONE;
        }
        try {
            URI proxy = URI.create(value.contains("://") ? value : "http://" + value);
            if (proxy.getScheme().equalsIgnoreCase("http") && proxy.getHost() != null && proxy.getUserInfo() == null) {
                return proxy;
            }
        } catch (IllegalArgumentException quotesTheValue) {
            // Refused below, without the value, which can hold a password.
        }
        throw new IllegalArgumentException(
                "%s is not the address of a proxy that is spoken to by plain HTTP and without credentials, such as http://host:3128"
                        .formatted(String.join(" or ", names)));
    }

    @Override
    public List<Proxy> select(URI server) {
        URI proxy = "https".equalsIgnoreCase(server.getScheme()) ? forHttps : forHttp;
        if (proxy == NONE || exceptions.stream().anyMatch(exception -> covers(exception, server))) {
            return List.of(Proxy.NO_PROXY);
        }
        int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
        return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), port)));
    }

    /** Returns whether an entry of {@code no_proxy} names a server or a domain above it. */
    private static boolean covers(String exception, URI server) {
        String host = server.getHost().toLowerCase(Locale.ROOT);
        return exception.equals("*") || host.equals(exception) || host.endsWith("." + exception);
    }

    @Override
    public void connectFailed(URI server, SocketAddress proxy, IOException failure) {
        // The call itself reports it.
    }
}
