package dev.remoteassistance.contract.everything;

import dev.remoteassistance.contract.state.TestIssuer;
import dev.remoteassistance.everything.client.ApiClient;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.RemoteAssistanceServer;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.store.ReportStore;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The real server with a contract that is not its own, on a free port. It has nothing to store. */
public final class EchoServer implements AutoCloseable {

    static final Path CONTRACT = Path.of(System.getProperty("everything.file"));

    private final RemoteAssistanceServer server;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** With the contract of everything. */
    static EchoServer ofEverything() throws IOException {
        Contract contract = Contract.load(EchoServer.class.getClassLoader(), "everything/everything.json");
        return new EchoServer(contract, Set.of(ThingsResource.class, PartsResource.class));
    }

    /**
     * Starts a server.
     *
     * @param resources classes that implement the generated interfaces
     */
    public EchoServer(Contract contract, Set<Class<?>> resources) throws IOException {
        token = TestIssuer.TRUSTED.issue(
                CallerKind.APP, TestIssuer.SERVED_TENANT, contract.leastPermissions(), Duration.ofMinutes(30));
        server = RemoteAssistanceServer.of(
                        contract, TestIssuer.TRUSTED.verifier(), TenantPolicy.of(Set.of(TestIssuer.SERVED_TENANT)))
                .resources(resources)
                .store(noStore())
                .build();
        server.start();
    }

    /** The headers of a caller that may do everything. */
    Map<String, String> credentials() {
        return Map.of("Authorization", "Bearer " + token);
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
    public HttpResponse<String> send(String method, String pathAndQuery, Map<String, String> headers, String body)
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

    /** Returns a store that is ready and does nothing else: no resource stores anything. */
    private static ReportStore noStore() {
        return (ReportStore) Proxy.newProxyInstance(
                ReportStore.class.getClassLoader(),
                new Class<?>[] {ReportStore.class},
                (store, method, arguments) -> method.getReturnType() == boolean.class ? true : null);
    }
}
