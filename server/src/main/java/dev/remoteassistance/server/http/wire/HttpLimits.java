package dev.remoteassistance.server.http.wire;

import dev.remoteassistance.server.http.tls.ReloadingCertificate;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;

/**
 * What senders may take up of a listener.
 *
 * @param maxConnections open connections at once; more wait until others close
 * @param headerTime how long the header of a request may take
 */
public record HttpLimits(int maxConnections, Duration headerTime) {

    /** A connection whose sender is slow takes up to 64 KiB: header, small body, buffers. */
    public static final HttpLimits DEFAULT = new HttpLimits(1_024, Duration.ofSeconds(10));

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    /** Once all connections are taken, those that nothing happens on must go. */
    private static final Duration IDLE_TIMEOUT_AT_THE_LIMIT = Duration.ofSeconds(1);
    /** Access tokens of users with many groups take several kilobytes. */
    private static final int MAX_HEADER_BYTES = 32 * 1024;

    private static final int ACCEPTORS = 1;

    public HttpLimits {
        if (maxConnections < 1) {
            throw new IllegalArgumentException("must be at least 1, not " + maxConnections);
        }
    }

    public HttpLimits withMaxConnections(int connections) {
        return new HttpLimits(connections, headerTime);
    }

    /**
     * Adds a connector with these limits to a server that has none.
     *
     * @param certificate whose certificate it shows; plain HTTP if empty
     */
    public ServerConnector connect(Server server, Optional<ReloadingCertificate> certificate) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        // Jetty would remember header lines for the next request, and look long access tokens up letter by letter.
        http.setHeaderCacheSize(0);
        // By default a line feed alone ends a line, about which servers in a row can disagree.
        http.setHttpCompliance(HttpCompliance.STRICT);
        HttpConnectionFactory plain = new ApiConnection.Factory(http, headerTime);
        ServerConnector connector = certificate
                .map(identity -> {
                    server.addBean(identity);
                    return new ServerConnector(
                            server,
                            ACCEPTORS,
                            selectors(),
                            new SslConnectionFactory(identity.context(), plain.getProtocol()),
                            plain);
                })
                .orElseGet(() -> new ServerConnector(server, ACCEPTORS, selectors(), plain));
        connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        server.addConnector(connector);
        NetworkConnectionLimit limit = new NetworkConnectionLimit(maxConnections, connector);
        limit.setEndPointIdleTimeout(IDLE_TIMEOUT_AT_THE_LIMIT.toMillis());
        server.addBean(limit);
        return connector;
    }

    /** Swift requests stay on the threads that read them; fewer of those than cores would leave cores idle. */
    private static int selectors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * Keeps slow senders from the threads of a handler, and lets them read their refusal.
     *
     * @param swift requests for which the handler never waits for anything but their body
     */
    public static Handler patient(Predicate<Request> swift, Handler handler) {
        return new BodyPaceHandler(new UnreadBodyHandler(new SmallBodyHandler(swift, handler)));
    }
}
