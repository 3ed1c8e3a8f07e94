package dev.remoteassistance.server.front;

import dev.remoteassistance.server.config.Endpoint;
import dev.remoteassistance.server.front.deadline.HeaderDeadline;
import dev.remoteassistance.server.front.deadline.TimedConnector;
import dev.remoteassistance.server.front.tls.ReloadingCertificate;
import dev.remoteassistance.server.front.tls.TlsFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP port with the limits that apply before there is a request: connections, header, handshake. */
public final class Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    /** Idle timeout when the maximum of connections is reached, so that idle ones make room. */
    private static final Duration IDLE_TIMEOUT_AT_THE_LIMIT = Duration.ofSeconds(1);
    /** Access tokens of users with many groups take several kilobytes. */
    private static final int MAX_HEADER_BYTES = 32 * 1024;

    private final Server server = new Server();
    private final ServerConnector connector;

    /** Makes a listener without TLS, with the default limits, which closes a connection whose header comes too late. */
    public Listener(Endpoint endpoint, Handler handler) {
        this(endpoint, HttpLimits.DEFAULT, Optional.empty(), () -> ByteBuffer.allocate(0), handler);
    }

    /**
     * @param tls certificate and key; plain HTTP if empty
     * @param tooLate makes the answer to a header that does not come in time
     */
    public Listener(
            Endpoint endpoint,
            HttpLimits limits,
            Optional<TlsFiles> tls,
            Supplier<ByteBuffer> tooLate,
            Handler handler) {
        List<ConnectionFactory> protocols = new ArrayList<>();
        HttpConnectionFactory http = new HttpConnectionFactory(configuration());
        tls.map(ReloadingCertificate::new).ifPresent(certificate -> {
            server.addBean(certificate);
            SslConnectionFactory handshake = new SslConnectionFactory(certificate.context(), http.getProtocol());
            // Jetty would refuse a Host that the certificate does not name; it says nothing about the caller's rights.
            handshake.setEnsureSecureRequestCustomizer(false);
            protocols.add(handshake);
        });
        protocols.add(http);
        connector = new TimedConnector(server, protocols, IDLE_TIMEOUT_AT_THE_LIMIT);
        connector.setHost(endpoint.host());
        connector.setPort(endpoint.port());
        connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        server.addConnector(connector);
        NetworkConnectionLimit limit = new NetworkConnectionLimit(limits.maxConnections(), connector);
        limit.setEndPointIdleTimeout(IDLE_TIMEOUT_AT_THE_LIMIT.toMillis());
        server.addBean(limit);
        server.setHandler(new HeaderDeadline(limits.headerTime(), tooLate, handler));
        server.setStopTimeout(STOP_TIMEOUT.toMillis());
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        // Jetty would cache header lines for the next request, and compare long access tokens letter by letter.
        http.setHeaderCacheSize(0);
        // By default a line feed alone ends a line; a proxy in front of this server may read that in another way.
        http.setHttpCompliance(HttpCompliance.STRICT);
        return http;
    }

    /** Returns Jetty's server, for what has to be set on it before it starts. */
    public Server server() {
        return server;
    }

    /** Returns the root of the port that was really opened, without a trailing slash. */
    public URI uri() {
        String scheme = connector.getConnectionFactory(SslConnectionFactory.class) == null ? "http" : "https";
        return URI.create("%s://%s:%d".formatted(scheme, connector.getHost(), connector.getLocalPort()));
    }

    /** Opens the port. */
    public void start() throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The server cannot start", e);
        }
    }

    /** Closes the port when the requests under way are answered or the stop timeout is over. Throws nothing. */
    public void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("Requests were still under way when the time to stop was over: {}", e.toString());
        }
    }
}
