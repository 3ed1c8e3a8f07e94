package dev.remoteassistance.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.OAuthIssuer;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.ServerJar;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the command serve with the key set of an OAuth server. */
class ServeCommandIT {

    private static final String AUDIENCES = "REMOTE_ASSISTANCE_AUTH_AUDIENCES";
    private static final String BODY = "{\"reportingPayload\":{\"id\":\"a\"}}";

    @TempDir
    Path folder;

    private final OAuthIssuer issuer = new OAuthIssuer();
    private final HttpClient http = HttpClient.newHttpClient();
    private Process server;
    private Map<String, String> environment;

    @BeforeEach
    void prepare() {
        environment = issuer.settings(folder);
        environment.put("REMOTE_ASSISTANCE_HTTP_DRAIN_TIME", "PT0S");
        environment.remove(AUDIENCES);
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            ServerJar.stop(server);
        }
        issuer.close();
    }

    @Test
    void acceptsTheIssuersTokensForItsTenants() throws Exception {
        // One setting in a file, the others in the environment.
        Path file = Files.writeString(
                folder.resolve("server.properties"), "remote-assistance.auth.audiences=" + OAuthIssuer.AUDIENCE + "\n");
        List<URI> uris = start("serve", "--config", file.toString());

        assertThat(post(uris.get(0), issuer.token(RunningServer.TENANT, OAuthIssuer.AUDIENCE)))
                .isEqualTo(204);
        assertThat(post(uris.get(0), issuer.token(RunningServer.OTHER_TENANT, OAuthIssuer.AUDIENCE)))
                .isEqualTo(403);
        assertThat(post(uris.get(0), issuer.token(RunningServer.TENANT, "api://other")))
                .isEqualTo(401);
        assertThat(get(uris.get(1).resolve("/health/ready"))).isEqualTo(200);

        ServerJar.Result export = ServerJar.run(environment, "export");
        assertThat(export.exitCode()).as(export.err()).isZero();
        assertThat(export.out().lines()).singleElement().asString().contains(RunningServer.TENANT);
    }

    @Test
    void isNotReadyWithoutKeysAndSaysThatItCannotJudgeTokens() throws Exception {
        environment.put(AUDIENCES, OAuthIssuer.AUDIENCE);
        String token = issuer.token(RunningServer.TENANT, OAuthIssuer.AUDIENCE);
        issuer.close();
        List<URI> uris = start("serve");

        assertThat(get(uris.get(1).resolve("/health/ready"))).isEqualTo(503);
        assertThat(get(uris.get(1).resolve("/health/live"))).isEqualTo(200);
        assertThat(post(uris.get(0), token)).isEqualTo(503);
        assertThat(post(uris.get(0), token)).isEqualTo(503);
    }

    @Test
    void refusesToStartWithoutASetting() throws Exception {
        ServerJar.Result result = ServerJar.run(environment, "serve");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("remote-assistance.auth.audiences", AUDIENCES);
        assertThat(folder.resolve("reports.db")).doesNotExist();
    }

    private List<URI> start(String... arguments) throws Exception {
        server = ServerJar.start(environment, arguments);
        BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
        return List.of(
                lastUri(ServerJar.readUntil(out, "Listening on ")),
                lastUri(ServerJar.readUntil(out, "Management on ")));
    }

    private static URI lastUri(List<String> lines) {
        return URI.create(lines.get(lines.size() - 1).split(" ")[2]);
    }

    private int post(URI base, String token) throws Exception {
        HttpResponse<Void> response = http.send(
                HttpRequest.newBuilder(base.resolve(RunningServer.OPERATION.path()))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(BODY))
                        .build(),
                BodyHandlers.discarding());
        assertThat(response.headers().allValues("Retry-After"))
                .isEqualTo(response.statusCode() == 503 ? List.of("10") : List.of());
        return response.statusCode();
    }

    private int get(URI uri) throws Exception {
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
