package dev.remoteassistance.server.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.ServerJar;
import dev.remoteassistance.server.command.CalledCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the first steps of an operator: {@code serve} with the settings that {@code issuer} prints. */
class IssuerCommandIT {

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : processes) {
            ServerJar.stop(process);
        }
    }

    @Test
    void printsSettingsByWhichServeAcceptsItsTokens() throws Exception {
        String data = folder.resolve("demo").toString();
        List<String> settings = new ArrayList<>(
                printed("remote-assistance.auth.allowed-tenants=", "issuer", "--port", "0", "--data", data));
        settings.addAll(List.of(
                "remote-assistance.store.url=jdbc:sqlite:reports.db",
                "remote-assistance.http.host=127.0.0.1",
                "remote-assistance.http.port=0",
                "remote-assistance.management.port=0"));
        Path file = Files.write(folder.resolve("server.properties"), settings);
        List<String> listening = printed("Listening on ", "serve", "--config", file.toString());
        URI root = URI.create(listening.get(listening.size() - 1).substring("Listening on ".length()));

        ServerJar.Result token = ServerJar.run("token", "--data", data);
        ServerJar.Result ofAnother = CalledCommand.run("token", "--data", data, "--tenant", RunningServer.TENANT);

        assertThat(post(root, token.out().strip())).isEqualTo(204);
        assertThat(post(root, ofAnother.out().strip()))
                .as("a tenant that is not allowed")
                .isEqualTo(403);
    }

    @Test
    void saysSoWhenThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            DataDirectory data = DevJar.dataWithKey(folder.resolve("demo"));
            ServerJar.Result result = ServerJar.run(
                    "issuer",
                    "--port",
                    "" + taken.getLocalPort(),
                    "--data",
                    data.path().toString());

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err())
                    .isEqualToIgnoringNewLines(
                            "The key set cannot be published: Address already in use. Is another program using "
                                    + "the port? --port chooses another; 0 picks a free one.");
            assertThat(result.out()).isEmpty();
        }
    }

    private List<String> printed(String last, String... arguments) throws IOException {
        Process process = ServerJar.start(Map.of(), folder, arguments);
        processes.add(process);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        return ServerJar.readUntil(out, last);
    }

    private static int post(URI root, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(RunningServer.OPERATION.path()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"reportingPayload\":{\"id\":\"a\"}}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
