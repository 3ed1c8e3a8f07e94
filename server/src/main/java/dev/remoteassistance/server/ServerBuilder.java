package dev.remoteassistance.server;

import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.config.Endpoint;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.front.HttpLimits;
import dev.remoteassistance.server.front.RestApplication;
import dev.remoteassistance.server.front.tls.TlsFiles;
import dev.remoteassistance.server.page.Pages;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.telemetry.Telemetry;
import dev.remoteassistance.server.throttle.Throttle;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.RequestLog;

/** Builds a server from its parts. The store has no default. */
public final class ServerBuilder {

    // Package-visible, because the server reads its parts from here.
    final Contract contract;
    final AccessTokenVerifier verifier;
    final TenantPolicy tenants;
    Endpoint api = Endpoint.onLoopback(0);
    Endpoint management = Endpoint.onLoopback(0);
    HttpLimits limits = HttpLimits.DEFAULT;
    ReportStore store;
    Clock clock = Clock.systemUTC();
    Set<Class<?>> resources = RestApplication.RESOURCES;
    Pages pages = Pages.NONE;
    Optional<Throttle> throttle = Optional.empty();
    Optional<TlsFiles> tls = Optional.empty();
    final List<MeterBinder> meters = new ArrayList<>();
    final List<RequestLog> requestLogs = new ArrayList<>();
    final List<AutoCloseable> closed = new ArrayList<>();
    Duration drainTime = Duration.ZERO;
    UnaryOperator<Handler> entrance = UnaryOperator.identity();

    ServerBuilder(Contract contract, AccessTokenVerifier verifier, TenantPolicy tenants) {
        this.contract = contract;
        this.verifier = verifier;
        this.tenants = tenants;
    }

    /** Sets where the API listens; by default on a free port of the loopback interface. */
    public ServerBuilder api(Endpoint endpoint) {
        this.api = endpoint;
        return this;
    }

    /** Sets where health and metrics listen; by default on a free port of the loopback interface. */
    public ServerBuilder management(Endpoint endpoint) {
        this.management = endpoint;
        return this;
    }

    /** Sets the limits on connections to the API; by default {@link HttpLimits#DEFAULT}. */
    public ServerBuilder limits(HttpLimits senders) {
        this.limits = senders;
        return this;
    }

    /** Sets the resources for another contract; by default those of this server's own contract. */
    public ServerBuilder resources(Set<Class<?>> classes) {
        this.resources = Set.copyOf(classes);
        return this;
    }

    /** Sets the store of reports. The server closes it when it is closed itself. */
    public ServerBuilder store(ReportStore reports) {
        this.store = reports;
        if (reports instanceof MeterBinder measured) {
            meters.add(measured);
        }
        return this;
    }

    /** Sets the pages that are answered beside the API; by default none. */
    public ServerBuilder pages(Pages files) {
        this.pages = files;
        return this;
    }

    /** Sets the clock that tells which sessions are active, and when a request was refused; by default the system's. */
    public ServerBuilder clock(Clock time) {
        this.clock = time;
        return this;
    }

    /** Limits the rate of requests; without a throttle, requests are not counted. */
    public ServerBuilder throttle(Throttle shares) {
        this.throttle = Optional.of(shares);
        return this;
    }

    /** Sets the certificate and key of the API; without them it speaks plain HTTP. */
    public ServerBuilder tls(TlsFiles files) {
        this.tls = Optional.of(files);
        return this;
    }

    /** Sets how long the server keeps answering after it has reported itself as not ready; by default not at all. */
    public ServerBuilder drainTime(Duration time) {
        this.drainTime = time;
        return this;
    }

    /** Puts a handler before all stations: for development and tests alone. */
    public ServerBuilder entrance(UnaryOperator<Handler> wrapper) {
        this.entrance = wrapper;
        return this;
    }

    /** Adds meters to {@code /metrics}. */
    public ServerBuilder meters(MeterBinder binder) {
        meters.add(binder);
        return this;
    }

    /** Exports traces and meters; by default nothing is exported. The server closes the export when it is closed itself. */
    public ServerBuilder telemetry(Telemetry export) {
        requestLogs.add(export);
        return meters(export).closes(export);
    }

    /** Adds a part that the server closes when it has answered its last request, before the store. */
    public ServerBuilder closes(AutoCloseable part) {
        closed.add(part);
        return this;
    }

    /** Builds the server. It answers no request before {@link RemoteAssistanceServer#start()}. */
    public RemoteAssistanceServer build() {
        Objects.requireNonNull(store, "store");
        return new RemoteAssistanceServer(this);
    }
}
