package dev.remoteassistance.contract.provider;

import dev.remoteassistance.contract.provider.store.ReplaceableStore;
import dev.remoteassistance.contract.state.TestIssuer;
import dev.remoteassistance.server.RemoteAssistanceServer;
import dev.remoteassistance.server.store.ExportQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.sql.ReportArchive;
import dev.remoteassistance.server.store.sql.SqlReportStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The real server on a free port, with SQLite in a folder. */
public final class ProviderServer implements AutoCloseable {

    private static final String FILE = "reports.db";

    private final ReplaceableStore store;
    private final RemoteAssistanceServer server;
    private final ReportArchive archive;

    private ProviderServer(ReplaceableStore store, RemoteAssistanceServer server, ReportArchive archive) {
        this.store = store;
        this.server = server;
        this.archive = archive;
    }

    /** Starts a server for one tenant and the tokens of the trusted issuer. */
    public static ProviderServer start(Path folder) throws IOException {
        return start(folder, ServerSetup.of(TestIssuer.TRUSTED, Set.of(TestIssuer.SERVED_TENANT)));
    }

    /** Starts a server that is made of these parts. */
    static ProviderServer start(Path folder, ServerSetup setup) throws IOException {
        Files.write(file(folder), EmptyStore.FILE, StandardOpenOption.CREATE_NEW);
        ReplaceableStore store = new ReplaceableStore(open(folder));
        return new ProviderServer(store, setup.start(store.store()), ReportArchive.open(location(folder)));
    }

    private static ReportStore open(Path folder) {
        return SqlReportStore.open(location(folder), StoreOptions.DEFAULT, Clock.systemUTC());
    }

    private static StoreLocation location(Path folder) {
        return StoreLocation.of(StoreLocation.SQLITE + file(folder));
    }

    /** Puts a store between the server and the real one, in place of the one before. */
    void replaceStore(UnaryOperator<ReportStore> between) {
        store.replace(between);
    }

    /** Returns the file of the reports. */
    static Path file(Path folder) {
        return folder.resolve(FILE);
    }

    ReportStore store() {
        return store.store();
    }

    /** Deletes all reports, as the command purge does. */
    void deleteReports() {
        archive.deleteBefore(Instant.now().plus(Duration.ofDays(1)));
    }

    /** Returns the root that the contract's paths are appended to. */
    public URI root() {
        return server.baseUri().resolve("/");
    }

    /** Returns the URL of the server's metrics. */
    URI metrics() {
        return server.managementUri().resolve("/metrics");
    }

    /** Returns what the command export prints. */
    public String export() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        store().export(ExportQuery.ALL, report -> report.writeTo(lines));
        return lines.toString(StandardCharsets.UTF_8);
    }

    /** Passes on each line that the command export prints, without all of them in memory. */
    public void export(Consumer<String> reader) {
        store().export(ExportQuery.ALL, report -> {
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            report.writeTo(printed);
            printed.toString(StandardCharsets.UTF_8).lines().forEach(reader);
        });
    }

    @Override
    public void close() {
        archive.close();
        server.close();
    }

    /** The file of a store without reports, which each server gets a copy of: to make the schema takes longer than to start. */
    private static final class EmptyStore {

        private static final byte[] FILE = bytes();

        private static byte[] bytes() {
            try {
                Path folder = Files.createTempDirectory(Path.of("target"), "empty-store");
                open(folder).close();
                return Files.readAllBytes(file(folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
