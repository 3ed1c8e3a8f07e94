package dev.remoteassistance.testing;

import dev.remoteassistance.server.RemoteAssistanceServer;
import dev.remoteassistance.server.ServerBuilder;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.dev.DevIssuer;
import dev.remoteassistance.server.dev.Fault;
import dev.remoteassistance.server.dev.FaultHandler;
import dev.remoteassistance.server.store.ExportQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.sql.SqlReportStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The real server on a free port of the loopback interface, with its own store and signing key. Safe for use by many
 * threads.
 */
public final class TestServer implements AutoCloseable {

    /** The tenant of a token if no other is asked for. */
    public static final String TENANT = "11111111-1111-1111-1111-111111111111";

    private static final Duration LIFETIME = Duration.ofHours(1);

    private static final Contract CONTRACT = Contract.load();
    /** One for all servers of the JVM: making a key takes longer than starting a server. */
    private static final DevIssuer ISSUER = DevIssuer.create(Clock.systemUTC());

    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Path folder;
    private final ReportStore store;
    private final RemoteAssistanceServer server;

    private TestServer(UnaryOperator<ServerBuilder> parts) throws IOException {
        folder = Files.createTempDirectory("remote-assistance-");
        store = SqlReportStore.open(
                StoreLocation.of(StoreLocation.SQLITE + folder.resolve("reports.db")),
                StoreOptions.DEFAULT,
                Clock.systemUTC());
        server = parts.apply(RemoteAssistanceServer.of(CONTRACT, ISSUER.verifier(), TenantPolicy.anyOrganization())
                        .store(store)
                        .entrance(stations -> new FaultHandler(() -> Optional.ofNullable(faults.poll()), stations)))
                .build();
        server.start();
    }

    /**
     * Starts a server.
     *
     * @throws UncheckedIOException if no port or no temporary folder is available
     */
    public static TestServer start() {
        return start(UnaryOperator.identity());
    }

    /** Starts a server with other parts than usual. */
    static TestServer start(UnaryOperator<ServerBuilder> parts) {
        try {
            return new TestServer(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the root that the contract's paths are appended to: what the client calls {@code baseUri}. */
    public URI baseUri() {
        return server.baseUri().resolve("/");
    }

    /** Returns a token of a user of {@link #TENANT} that every operation accepts. */
    public String token() {
        return token(CallerKind.USER, TENANT);
    }

    /**
     * Returns a token that is valid for an hour.
     *
     * @param kind whether it is a user's or an application's token
     * @param tenant id of the tenant
     * @param permissions permissions of the token; if none is given, the least permissions of all operations together
     */
    public String token(CallerKind kind, String tenant, String... permissions) {
        return ISSUER.issue(kind, tenant, orAll(permissions), LIFETIME);
    }

    /** Returns a token that expired an hour ago; otherwise as {@link #token(CallerKind, String, String...)}. */
    public String expiredToken(CallerKind kind, String tenant, String... permissions) {
        return ISSUER.issue(kind, tenant, orAll(permissions), LIFETIME.negated());
    }

    private static List<String> orAll(String... permissions) {
        return permissions.length > 0 ? List.of(permissions) : CONTRACT.leastPermissions();
    }

    /** Shows these faults to the next requests, one to each. Later requests are answered normally. */
    public void fault(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** Returns all stored reports, in the order of their arrival. */
    public List<ReceivedReport> reports() {
        List<ReceivedReport> reports = new ArrayList<>();
        store.export(ExportQuery.ALL, stored -> reports.add(ReceivedReport.of(stored)));
        return reports;
    }

    /** Stops the server, and deletes its reports. */
    @Override
    public void close() {
        server.close();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
