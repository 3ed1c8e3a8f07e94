package dev.remoteassistance.contract.everything;

import dev.remoteassistance.contract.state.TestIssuer;
import dev.remoteassistance.everything.client.ApiClient;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.RemoteAssistanceServer;
import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.auth.issuer.IssuerTemplate;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoredReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The real server with the contract of everything, on a free port. */
final class EverythingServer implements AutoCloseable {

    static final Path CONTRACT = Path.of(System.getProperty("everything.file"));

    private static final TestIssuer ISSUER = new TestIssuer();

    private final RemoteAssistanceServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    EverythingServer() throws IOException {
        server = RemoteAssistanceServer.of(Contract.load("everything/everything.json"))
                .resources(Set.of(ThingsResource.class, PartsResource.class))
                .verifier(new AccessTokenVerifier(
                        ISSUER.keys(),
                        List.of(new IssuerTemplate(TestIssuer.ISSUER)),
                        List.of(TestIssuer.AUDIENCE),
                        Clock.systemUTC(),
                        AccessTokenVerifier.CACHED_TOKENS))
                .tenants(TenantPolicy.of(Set.of(TestIssuer.SERVED_TENANT)))
                .store(new NoStore())
                .build();
        server.start();
    }

    /** The headers of a caller that may do everything. */
    static Map<String, String> credentials() {
        return Map.of(
                "Authorization",
                "Bearer " + ISSUER.appToken(TestIssuer.SERVED_TENANT, "Things.Read", "Things.Write", "Parts.Write"));
    }

    /** What a generated client sends its requests with. */
    ApiClient client() {
        ApiClient client = new ApiClient();
        client.updateBaseUri(root().toString().replaceFirst("/$", ""));
        client.setHttpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
        client.setObjectMapper(JsonPolicy.newMapper());
        return client;
    }

    /** Sends a request as it stands. */
    HttpResponse<String> send(String method, String pathAndQuery, Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(root().resolve(pathAndQuery));
        credentials().forEach(request::header);
        headers.forEach(request::header);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI root() {
        return server.baseUri().resolve("/");
    }

    @Override
    public void close() {
        server.close();
    }

    /** This contract has nothing to store. */
    private static final class NoStore implements ReportStore {

        @Override
        public CompletionStage<AppendOutcome> append(Caller caller, RemoteAssistanceReporting report) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void export(ReportQuery query, Consumer<StoredReport> reader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void close() {
            // There is nothing to close.
        }
    }
}
