package dev.remoteassistance.contract.provider;

import dev.remoteassistance.contract.state.TestIssuer;
import dev.remoteassistance.server.RemoteAssistanceServer;
import dev.remoteassistance.server.store.ReportQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.sql.SqlReportStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The real server on a free port, with SQLite in a folder. */
public final class ProviderServer implements AutoCloseable {

    private static final String FILE = "reports.db";

    private final ReportStore store;
    private final RemoteAssistanceServer server;

    private ProviderServer(ReportStore store, RemoteAssistanceServer server) {
        this.store = store;
        this.server = server;
    }

    /** Starts a server for one tenant and the tokens of the trusted issuer. */
    public static ProviderServer start(Path folder) throws IOException {
        return start(
                folder, ServerSetup.of(TestIssuer.TRUSTED, Set.of(TestIssuer.SERVED_TENANT)), UnaryOperator.identity());
    }

    /** Starts a server with a store between it and the real one. */
    public static ProviderServer start(Path folder, ServerSetup setup, UnaryOperator<ReportStore> between)
            throws IOException {
        ReportStore store = between.apply(SqlReportStore.open(
                StoreLocation.of(StoreLocation.SQLITE + file(folder)), StoreOptions.DEFAULT, Clock.systemUTC()));
        return new ProviderServer(store, setup.start(store));
    }

    /** Returns the file of the reports. */
    static Path file(Path folder) {
        return folder.resolve(FILE);
    }

    ReportStore store() {
        return store;
    }

    /** Returns the root that the contract's paths are appended to. */
    public URI root() {
        return server.baseUri().resolve("/");
    }

    /** Returns the address of the server's metrics. */
    URI metrics() {
        return server.managementUri().resolve("/metrics");
    }

    /** Returns what the command export prints. */
    public String export() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        store.export(ReportQuery.ALL, report -> report.writeTo(lines));
        return lines.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
