package dev.remoteassistance.server;

import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.config.Endpoint;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.store.ReportStore;
import java.util.Objects;

/** Puts a server together from its parts. Contract, verifier, tenants and store have no default. */
public final class ServerBuilder {

    private final Contract contract;
    private Endpoint api = Endpoint.onLoopback(0);
    private Endpoint management = Endpoint.onLoopback(0);
    private AccessTokenVerifier verifier;
    private TenantPolicy tenants;
    private ReportStore store;

    ServerBuilder(Contract contract) {
        this.contract = contract;
    }

    /** Where the API listens; by default on a free port of the loopback interface. */
    public ServerBuilder api(Endpoint endpoint) {
        this.api = endpoint;
        return this;
    }

    /** Where health and metrics listen; by default on a free port of the loopback interface. */
    public ServerBuilder management(Endpoint endpoint) {
        this.management = endpoint;
        return this;
    }

    /** Tells callers from tokens. */
    public ServerBuilder verifier(AccessTokenVerifier tokens) {
        this.verifier = tokens;
        return this;
    }

    /** Which tenants are served. */
    public ServerBuilder tenants(TenantPolicy policy) {
        this.tenants = policy;
        return this;
    }

    /** Where reports are kept; the server closes it in the end. */
    public ServerBuilder store(ReportStore reports) {
        this.store = reports;
        return this;
    }

    /** Makes the server; it answers nothing before {@link RemoteAssistanceServer#start()}. */
    public RemoteAssistanceServer build() {
        Objects.requireNonNull(verifier, "verifier");
        Objects.requireNonNull(tenants, "tenants");
        Objects.requireNonNull(store, "store");
        return new RemoteAssistanceServer(this);
    }

    Contract contract() {
        return contract;
    }

    Endpoint api() {
        return api;
    }

    Endpoint management() {
        return management;
    }

    AccessTokenVerifier verifier() {
        return verifier;
    }

    TenantPolicy tenants() {
        return tenants;
    }

    ReportStore store() {
        return store;
    }
}
