package dev.remoteassistance.contract;

import dev.remoteassistance.server.RemoteAssistanceServer;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.config.Endpoint;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.store.ReportExport;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.SqliteFile;
import dev.remoteassistance.server.store.SqliteReportStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;

/** The real server on a free port, with SQLite in a folder, for one tenant and the tokens of one issuer. */
final class ProviderServer implements AutoCloseable {

    private final SqliteReportStore store;
    private final RemoteAssistanceServer server;

    private ProviderServer(SqliteReportStore store, RemoteAssistanceServer server) {
        this.store = store;
        this.server = server;
    }

    static ProviderServer start(Path folder, TestIssuer issuer) throws IOException {
        SqliteReportStore store =
                SqliteReportStore.open(SqliteFile.URL_PREFIX + folder.resolve("reports.db"), Clock.systemUTC());
        RemoteAssistanceServer server = new RemoteAssistanceServer(
                Contract.load(),
                Endpoint.onLoopback(0),
                Endpoint.onLoopback(0),
                issuer.verifier(),
                TenantPolicy.of(Set.of(TestIssuer.SERVED_TENANT)),
                store);
        server.start();
        return new ProviderServer(store, server);
    }

    ReportStore store() {
        return store;
    }

    /** The root that the contract's paths are appended to. */
    URI root() {
        return server.baseUri().resolve("/");
    }

    /** What the command export prints. */
    String export() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        new ReportExport(store).writeTo(lines);
        return lines.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
