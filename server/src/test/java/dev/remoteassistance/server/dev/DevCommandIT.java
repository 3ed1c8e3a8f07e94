package dev.remoteassistance.server.dev;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.ServerJar;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the first steps of a newcomer with the runnable jar. */
class DevCommandIT {

    private static final String LISTENING = "Listening on ";

    @TempDir
    Path folder;

    private final JsonMapper json = JsonPolicy.newMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private Path data;
    private Process server;
    private List<String> printed;

    @BeforeEach
    void start() throws IOException {
        data = folder.resolve("it's my data");
        server = ServerJar.start(
                java.util.Map.of(), "dev", "--port", "0", "--management-port", "0", "--data", data.toString());
        printed = ServerJar.readUntil(reader(), "curl ");
    }

    @AfterEach
    void stop() throws InterruptedException {
        ServerJar.stop(server);
    }

    private BufferedReader reader() {
        return server.inputReader(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void postsAReportAndFindsItStored() throws Exception {
        String body = "{\"reportingPayload\":{\"id\":\"\u0436\uD83D\uDE80\",\"x\":[1.50,null]}}";
        String token = Files.readString(data.resolve("dev-token"));
        assertThat(post(token, body)).isEqualTo(204);
        assertThat(post(token, body)).isEqualTo(204);

        ServerJar.Result export = ServerJar.run("export", "--data", data.toString());

        assertThat(export.exitCode()).as(export.err()).isZero();
        JsonNode row = json.readTree(export.out());
        assertThat(row.fieldNames())
                .toIterable()
                .containsExactly("sequence", "tenantId", "id", "receivedAt", "current", "appId", "userId", "payload");
        assertThat(row.required("id").asText()).isEqualTo("\u0436\uD83D\uDE80");
        assertThat(row.required("current").asBoolean()).isTrue();
        assertThat(row.required("payload")).isEqualTo(json.readTree(body).required("reportingPayload"));
    }

    @Test
    void printsACommandThatWorksWhenPasted() throws Exception {
        String command = printed.get(printed.size() - 1);
        assertThat(command)
                .startsWith(
                        "curl -i " + baseUri() + RunningServer.OPERATION.path().substring(5));
        // The files that the printed command reads must be right, also where there is no curl to run it.
        assertThat(post(Files.readString(data.resolve("dev-token")), Files.readString(data.resolve("example.json"))))
                .isEqualTo(204);
        if (isOnPath("curl")) {
            Process shell = new ProcessBuilder("sh", "-c", command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains(" 204 ");
        }
    }

    /** The files come from the runnable jar, in which other jars are merged. */
    @Test
    void hasThePages() throws Exception {
        assertThat(printed)
                .contains(
                        "Sessions, for whoever has that token: "
                                + URI.create(baseUri()).resolve("/sessions"),
                        "The contract, to read and to try: "
                                + URI.create(baseUri()).resolve("/docs"));
        for (String path : List.of(
                "/sessions",
                "/sessions/settings.json",
                "/sessions/vendor/chart.js",
                "/sessions/vendor/oauth4webapi.js",
                "/docs",
                "/docs/vendor/swagger-ui-bundle.js",
                "/docs/openapi/remote-assistance.json",
                "/docs/openapi/examples/2021-10-20props.json")) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(baseUri()).resolve(path)).build();
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void issuesTokensThatWork() throws Exception {
        String body = "{\"reportingPayload\":{\"id\":\"a\"}}";
        assertThat(post(token(), body)).isEqualTo(204);
        assertThat(post(token("--kind", "app"), body)).isEqualTo(204);
        assertThat(post(token("--tenant", RunningServer.TENANT), body)).isEqualTo(204);
        assertThat(post(token("--permission", "User.Read", "--permission", RunningServer.firstPermission()), body))
                .isEqualTo(204);
        assertThat(post(token("--permission", "User.Read"), body)).isEqualTo(403);
        assertThat(post(token("--expires-in", "-PT5M"), body)).isEqualTo(401);
    }

    @Test
    void keepsKeyAndReportsOverARestart() throws Exception {
        String token = Files.readString(data.resolve("dev-token"));
        assertThat(post(token, "{\"reportingPayload\":{\"id\":\"a\"}}")).isEqualTo(204);

        assertThat(ServerJar.stop(server)).as("killed by SIGTERM").isEqualTo(143);
        start();

        assertThat(post(token, "{\"reportingPayload\":{\"id\":\"b\"}}")).isEqualTo(204);
        assertThat(ServerJar.run("export", "--data", data.toString()).out().lines())
                .hasSize(2);
    }

    @Test
    void keepsItsFilesForTheOwner() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        for (String file : List.of("dev-key.json", "dev-token", "reports.db", "reports.db-wal")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void saysSoWhenThePortIsTaken() throws Exception {
        ServerJar.Result second = ServerJar.run(
                "dev",
                "--port",
                String.valueOf(URI.create(baseUri()).getPort()),
                "--data",
                folder.resolve("other").toString());
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).contains("cannot start").doesNotContain("\tat ");
        assertThat(second.out()).isEmpty();
    }

    private String baseUri() {
        return printed.stream()
                .filter(line -> line.startsWith(LISTENING))
                .map(line -> line.substring(LISTENING.length()))
                .findFirst()
                .orElseThrow();
    }

    private String token(String... options) throws Exception {
        List<String> arguments = new java.util.ArrayList<>(List.of("token", "--data", data.toString()));
        arguments.addAll(List.of(options));
        ServerJar.Result result = ServerJar.run(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");
        return result.out().trim();
    }

    private int post(String token, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(baseUri()).resolve(RunningServer.OPERATION.path()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static boolean isOnPath(String program) {
        return java.util.Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }
}
