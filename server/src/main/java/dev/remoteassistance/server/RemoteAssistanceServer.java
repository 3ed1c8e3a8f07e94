package dev.remoteassistance.server;

import dev.remoteassistance.server.config.Endpoint;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.http.DrainHandler;
import dev.remoteassistance.server.http.ErrorBody;
import dev.remoteassistance.server.http.JettyErrorHandler;
import dev.remoteassistance.server.http.RequestIds;
import dev.remoteassistance.server.http.RequestRecordHandler;
import dev.remoteassistance.server.http.RequestUriHandler;
import dev.remoteassistance.server.http.SwiftRequest;
import dev.remoteassistance.server.http.tls.ReloadingCertificate;
import dev.remoteassistance.server.http.tls.TlsFiles;
import dev.remoteassistance.server.http.wire.HttpLimits;
import dev.remoteassistance.server.management.AccessLog;
import dev.remoteassistance.server.management.ManagementHandler;
import dev.remoteassistance.server.management.RefusalCounter;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.glassfish.jersey.jetty.JettyHttpContainer;
import org.glassfish.jersey.jetty.JettyHttpContainerProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: the API on one port, health and metrics on another. */
public final class RemoteAssistanceServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteAssistanceServer.class);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Server api;
    private final Server management;
    private final PrometheusMeterRegistry metrics;
    private final ReportStore store;
    private final DrainHandler drain;
    private final Duration drainTime;
    private final JvmGcMetrics gcMetrics = new JvmGcMetrics();
    private final Contract contract;
    private final List<AutoCloseable> closing;

    RemoteAssistanceServer(ServerBuilder parts) {
        this.contract = parts.contract();
        this.store = parts.store();
        this.metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        bindJvmMetrics();
        if (store instanceof MeterBinder measured) {
            measured.bindTo(metrics);
        }
        parts.meters().forEach(meters -> meters.bindTo(metrics));

        ErrorBody errorBody = new ErrorBody(contract, Clock.systemUTC());
        Handler rest = new JettyHttpContainerProvider()
                .createContainer(
                        JettyHttpContainer.class,
                        new RestApplication(
                                contract,
                                errorBody,
                                parts.verifier(),
                                parts.tenants(),
                                store,
                                metrics,
                                parts.throttle()));
        RequestIds.Source names = new RequestIds.Source(contract);
        SwiftRequest swift = new SwiftRequest(contract, parts.verifier());
        this.drain = new DrainHandler(HttpLimits.patient(
                swift, new RequestRecordHandler(names, new RequestUriHandler(swift.unhurried(rest)))));
        this.drainTime = parts.drainTime();
        this.closing = List.copyOf(parts.closing());
        this.api = listener(parts.api(), parts.limits(), parts.tls(), drain);
        this.api.setErrorHandler(new JettyErrorHandler(errorBody, names));
        this.api.setRequestLog(
                new RequestLog.Collection(new RequestTimer(metrics), new RefusalCounter(metrics), new AccessLog()));
        this.management = listener(
                parts.management(),
                HttpLimits.DEFAULT,
                Optional.empty(),
                new ManagementHandler(
                        metrics,
                        Map.of(
                                "accepting", () -> !drain.isDraining(),
                                "store", store::isReady,
                                "keys", parts.verifier()::hasKeys)));
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

    /**
     * Says that it is not ready any more, answers on for the drain time and until no request is under way, and closes
     * ports and store.
     */
    @Override
    public void close() {
        drain.drain();
        if (api.isRunning() && !drainTime.isZero()) {
            LOG.info("Not ready any more; answering on for {}", drainTime);
            pause(drainTime);
        }
        stop(api);
        stop(management);
        gcMetrics.close();
        metrics.close();
        closing.forEach(RemoteAssistanceServer::close);
        store.close();
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("A part of the server cannot be closed: {}", e.toString());
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            // Whoever is in a hurry gets no drain, but the rest.
            Thread.currentThread().interrupt();
        }
    }

    private static Server listener(Endpoint endpoint, HttpLimits limits, Optional<TlsFiles> tls, Handler handler) {
        Server server = new Server();
        ServerConnector connector = limits.connect(server, tls.map(ReloadingCertificate::new));
        connector.setHost(endpoint.host());
        connector.setPort(endpoint.port());
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
        String scheme = connector.getConnectionFactory(SslConnectionFactory.class) == null ? "http" : "https";
        return URI.create("%s://%s:%d".formatted(scheme, connector.getHost(), connector.getLocalPort()));
    }

    private void bindJvmMetrics() {
        new JvmMemoryMetrics().bindTo(metrics);
        new JvmThreadMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        gcMetrics.bindTo(metrics);
    }
}
