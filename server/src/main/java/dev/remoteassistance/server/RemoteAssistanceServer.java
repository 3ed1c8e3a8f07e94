package dev.remoteassistance.server;

import dev.remoteassistance.server.config.Endpoint;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.http.ErrorBody;
import dev.remoteassistance.server.http.JettyErrorHandler;
import dev.remoteassistance.server.http.RequestIds;
import dev.remoteassistance.server.http.RequestUriHandler;
import dev.remoteassistance.server.management.ManagementHandler;
import dev.remoteassistance.server.management.RequestTimer;
import dev.remoteassistance.server.store.ReportStore;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.glassfish.jersey.jetty.JettyHttpContainer;
import org.glassfish.jersey.jetty.JettyHttpContainerProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: the API on one port, health and metrics on another. */
public final class RemoteAssistanceServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteAssistanceServer.class);

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    /** Access tokens of users with many groups take several kilobytes. */
    private static final int MAX_HEADER_BYTES = 32 * 1024;

    private final Server api;
    private final Server management;
    private final PrometheusMeterRegistry metrics;
    private final ReportStore store;
    private final JvmGcMetrics gcMetrics = new JvmGcMetrics();
    private final Contract contract;

    RemoteAssistanceServer(ServerBuilder parts) {
        this.contract = parts.contract();
        this.store = parts.store();
        this.metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        bindJvmMetrics();
        if (store instanceof MeterBinder measured) {
            measured.bindTo(metrics);
        }

        ErrorBody errorBody = new ErrorBody(contract, Clock.systemUTC());
        Handler rest = new JettyHttpContainerProvider()
                .createContainer(
                        JettyHttpContainer.class,
                        new RestApplication(contract, errorBody, parts.verifier(), parts.tenants(), store, metrics));
        this.api = listener(parts.api(), new GracefulHandler(new RequestUriHandler(rest)));
        this.api.setErrorHandler(new JettyErrorHandler(errorBody, new RequestIds.Source(contract)));
        this.api.setRequestLog(new RequestTimer(metrics));
        this.management = listener(
                parts.management(),
                new ManagementHandler(metrics, Map.of("store", store::isReady, "keys", parts.verifier()::hasKeys)));
    }

    /** Begins to put a server together. */
    public static ServerBuilder of(Contract contract) {
        return new ServerBuilder(contract);
    }

    /**
     * Opens both ports.
     *
     * @throws IOException if a port cannot be opened
     */
    public void start() throws IOException {
        start(api);
        start(management);
    }

    /** Returns the root of the API, with the port that was really opened, without a slash at its end. */
    public URI baseUri() {
        return uri(api).resolve(contract.basePath());
    }

    /** Returns the root of health and metrics, without a slash at its end. */
    public URI managementUri() {
        return uri(management);
    }

    /** Waits until the server is closed. */
    public void join() throws InterruptedException {
        api.join();
    }

    /** Answers the requests that are under way, and closes ports and store. */
    @Override
    public void close() {
        stop(api);
        stop(management);
        gcMetrics.close();
        metrics.close();
        store.close();
    }

    private static Server listener(Endpoint endpoint, Handler handler) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(endpoint.host());
        connector.setPort(endpoint.port());
        connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        server.addConnector(connector);
        server.setHandler(handler);
        server.setStopTimeout(STOP_TIMEOUT.toMillis());
        return server;
    }

    private static void start(Server server) throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The server cannot start", e);
        }
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            // The rest must be closed all the same, the store above all.
            LOG.warn("Requests were still under way when the time to stop was over: {}", e.toString());
        }
    }

    private static URI uri(Server server) {
        ServerConnector connector = (ServerConnector) server.getConnectors()[0];
        return URI.create("http://%s:%d".formatted(connector.getHost(), connector.getLocalPort()));
    }

    private void bindJvmMetrics() {
        new JvmMemoryMetrics().bindTo(metrics);
        new JvmThreadMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        gcMetrics.bindTo(metrics);
    }
}
