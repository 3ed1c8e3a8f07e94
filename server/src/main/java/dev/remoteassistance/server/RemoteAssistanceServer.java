package dev.remoteassistance.server;

import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.front.DrainHandler;
import dev.remoteassistance.server.front.Listener;
import dev.remoteassistance.server.front.RequestStations;
import dev.remoteassistance.server.front.RestApplication;
import dev.remoteassistance.server.http.ErrorBody;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalWriter;
import dev.remoteassistance.server.http.RequestIds;
import dev.remoteassistance.server.management.AccessLog;
import dev.remoteassistance.server.management.ManagementHandler;
import dev.remoteassistance.server.management.Metrics;
import dev.remoteassistance.server.report.QuestionExecutor;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.server.RequestLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server: the API on one port, health and metrics on another. */
public final class RemoteAssistanceServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteAssistanceServer.class);

    private final Listener api;
    private final Listener management;
    private final DrainHandler drain;
    private final Duration drainTime;
    private final Contract contract;
    private final List<AutoCloseable> closed = new ArrayList<>();

    RemoteAssistanceServer(ServerBuilder parts) {
        contract = parts.contract;
        drainTime = parts.drainTime;
        QuestionExecutor questions = new QuestionExecutor();
        Metrics metrics = new Metrics(Stream.concat(parts.meters.stream(), Stream.of(questions)));
        ErrorBody errors = new ErrorBody(contract, parts.clock);
        RequestIds.Source ids = new RequestIds.Source(contract);
        RefusalWriter refusals = new RefusalWriter(errors, ids);
        drain = RequestStations.of(
                contract,
                ids,
                refusals,
                parts.verifier,
                parts.tenants,
                parts.throttle,
                parts.pages,
                new RestApplication(errors, parts.store, questions, parts.clock, metrics.registry(), parts.resources));
        api = new Listener(
                parts.api,
                parts.limits,
                parts.tls,
                () -> {
                    metrics.count(ErrorCode.REQUEST_TIMEOUT);
                    return refusals.tooLate();
                },
                parts.entrance.apply(drain));
        api.server().setErrorHandler(refusals);
        // Jetty calls these logs in order, and stops at the first that throws.
        api.server()
                .setRequestLog(new RequestLog.Collection(
                        Stream.concat(Stream.of(metrics, new AccessLog()), parts.requestLogs.stream())
                                .toArray(RequestLog[]::new)));
        management = new Listener(
                parts.management,
                new ManagementHandler(
                        metrics.registry(),
                        Map.of(
                                "accepting", () -> !drain.isDraining(),
                                "store", parts.store::isReady,
                                "keys", parts.verifier::hasKeys)));
        closed.add(metrics);
        closed.addAll(parts.closed);
        closed.add(questions);
        closed.add(parts.store);
    }

    /** Returns a builder for a server of this contract, with the verifier of its tokens and the tenants that it serves. */
    public static ServerBuilder of(Contract contract, AccessTokenVerifier verifier, TenantPolicy tenants) {
        return new ServerBuilder(contract, verifier, tenants);
    }

    /**
     * Opens both ports.
     *
     * @throws IOException if a port cannot be opened
     */
    public void start() throws IOException {
        api.start();
        management.start();
    }

    /** Returns the root of the API, with the port that was really opened and without a trailing slash. */
    public URI baseUri() {
        return api.uri().resolve(contract.basePath());
    }

    /** Returns the address of a path on the API's port. */
    public URI uri(String path) {
        return api.uri().resolve(path);
    }

    /** Returns the root of health and metrics, without a trailing slash. */
    public URI managementUri() {
        return management.uri();
    }

    /** Returns the classes that a request passes, in this order; a test compares the documentation with it. */
    List<Class<?>> stations() {
        return RequestStations.from(api.server().getHandler());
    }

    /** Waits until the server is closed. */
    public void join() throws InterruptedException {
        api.server().join();
    }

    /**
     * Reports the server as not ready, keeps answering for the drain time and until no request is under way, then
     * closes the ports and all parts.
     */
    @Override
    public void close() {
        drain.drain(drainTime);
        api.stop();
        management.stop();
        closed.forEach(RemoteAssistanceServer::close);
    }

    /** Logs a failure instead of throwing it, so that the other parts are still closed, above all the store. */
    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("A part of the server could not be closed: {}", e.toString());
        }
    }
}
