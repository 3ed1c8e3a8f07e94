package dev.remoteassistance.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.dev.TestTokens;
import dev.remoteassistance.server.front.HttpLimits;
import dev.remoteassistance.server.report.ReportResource;
import dev.remoteassistance.server.store.ExportQuery;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.sql.ReportArchive;
import dev.remoteassistance.server.store.sql.SqlReportStore;
import dev.remoteassistance.server.throttle.Throttle;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs the real server on a free port, with its own store: during one test, or, in a static field, during
 * all tests of a class. Whatever happens to it, its log names nobody.
 */
public final class RunningServer implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    public static final String TENANT = "11111111-1111-1111-1111-111111111111";
    public static final String OTHER_TENANT = "22222222-2222-2222-2222-222222222222";
    public static final String LETTERED_TENANT = "abcdef00-1111-1111-1111-111111111111";
    public static final String UNSERVED_TENANT = "33333333-3333-3333-3333-333333333333";

    public static final Contract CONTRACT = Contract.load();
    public static final Operation OPERATION = CONTRACT.operation(ReportResource.OPERATION);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LogCapture log = new LogCapture();
    private final AccessTokenVerifier verifier;
    private final UnaryOperator<ServerBuilder> parts;
    private Path folder;
    private RemoteAssistanceServer server;
    private boolean isShared;

    public RunningServer() {
        this(UnaryOperator.identity());
    }

    /** Makes a server with other parts than usual. */
    public RunningServer(UnaryOperator<ServerBuilder> parts) {
        this(TestTokens.ISSUER.verifier(), parts);
    }

    /** Makes a server that accepts the tokens of another issuer than its own. */
    public RunningServer(AccessTokenVerifier verifier) {
        this(verifier, UnaryOperator.identity());
    }

    /** Makes a server that accepts the tokens of another issuer than its own, with other parts than usual. */
    public RunningServer(AccessTokenVerifier verifier, UnaryOperator<ServerBuilder> parts) {
        this.verifier = verifier;
        this.parts = parts;
    }

    /** Makes a server with other limits than the defaults. */
    public RunningServer(HttpLimits limits) {
        this(parts -> parts.limits(limits));
    }

    /** Makes a server that throttles callers. */
    public RunningServer(Throttle throttle) {
        this(parts -> parts.throttle(throttle));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        isShared = true;
        start(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        if (!isShared) {
            start(context);
        }
    }

    private void start(ExtensionContext context) throws IOException {
        log.beforeEach(context);
        folder = Files.createTempDirectory("remote-assistance-");
        server = parts.apply(RemoteAssistanceServer.of(
                                CONTRACT, verifier, TenantPolicy.of(Set.of(TENANT, OTHER_TENANT, LETTERED_TENANT)))
                        .store(SqlReportStore.open(
                                StoreLocation.of(storeUrl()), StoreOptions.DEFAULT, Clock.systemUTC())))
                .build();
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        if (!isShared) {
            stop(context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        stop(context);
    }

    private void stop(ExtensionContext context) throws IOException {
        server.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
        log.afterEach(context);
        PersonalData.assertAbsent(log.text(), List.of());
        assertThat(log.text().lines().filter(line -> line.contains("Request failed unexpectedly")))
                .isEmpty();
    }

    public String storeUrl() {
        return StoreLocation.SQLITE + folder.resolve("reports.db");
    }

    public URI operationUri() {
        return server.baseUri().resolve(OPERATION.path());
    }

    public URI uri(String path) {
        return server.baseUri().resolve(path);
    }

    /** Returns the stations that a request passes, in this order. */
    public List<Class<?>> stations() {
        return server.stations();
    }

    public URI managementUri() {
        return server.managementUri();
    }

    /** Returns a token that the operation accepts. */
    public String token() {
        return token(CallerKind.USER, TENANT, firstPermission());
    }

    public String token(CallerKind kind, String tenant, String... permissions) {
        return TestTokens.token(kind, tenant, List.of(permissions));
    }

    public String expiredToken() {
        return TestTokens.ISSUER.issue(CallerKind.USER, TENANT, List.of(firstPermission()), Duration.ofMinutes(-5));
    }

    public static String firstPermission() {
        return OPERATION.leastPermissions().get(0);
    }

    /** Returns a request to the operation with a valid token and the content type of JSON. */
    public HttpRequest.Builder request() {
        return anonymousRequest().setHeader("Authorization", "Bearer " + token());
    }

    public HttpRequest.Builder anonymousRequest() {
        return HttpRequest.newBuilder(operationUri()).setHeader("Content-Type", "application/json");
    }

    public HttpResponse<String> post(String body) {
        return send(request().POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> post(byte[] body) {
        return send(request().POST(BodyPublishers.ofByteArray(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.timeout(Waiting.LONGEST)
                            // Otherwise the server waits a second for the idle connection when it stops.
                            .setHeader("Connection", "close")
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the stored reports. Reads the store while the server runs, as the command export does. */
    public List<StoredReport> stored() {
        try (ReportArchive store = ReportArchive.open(StoreLocation.of(storeUrl()))) {
            List<StoredReport> reports = new ArrayList<>();
            store.export(ExportQuery.ALL, reports::add);
            return reports;
        }
    }
}
