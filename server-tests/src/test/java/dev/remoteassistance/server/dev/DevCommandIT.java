package dev.remoteassistance.server.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.ServerJar;
import dev.remoteassistance.server.command.CalledCommand;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the first steps of a newcomer with the runnable jar. */
class DevCommandIT {

    @TempDir
    static Path folder;

    private static Path data;
    private static DevJar server;

    @BeforeAll
    static void start() throws IOException {
        data = folder.resolve("it's my data");
        server = new DevJar(data);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void printsACommandThatWorksWhenPasted() throws Exception {
        String command = server.printed().get(server.printed().size() - 1);
        assertThat(command)
                .startsWith("curl -i " + server.baseUri()
                        + RunningServer.OPERATION.path().substring(5));
        // The files that the printed command reads must be right, also where there is no curl to run it.
        assertThat(server.post(server.token(), Files.readString(data.resolve("example.json"))))
                .isEqualTo(204);
        if (isOnPath("curl")) {
            Process shell = new ProcessBuilder("sh", "-c", command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains(" 204 ");
        }
    }

    /** The files come from the runnable jar, in which other jars are merged. */
    @Test
    void hasThePages() throws Exception {
        assertThat(server.printed())
                .contains(
                        "Sessions, for whoever has that token: "
                                + server.baseUri().resolve("/sessions"),
                        "The contract, to read and to try: " + server.baseUri().resolve("/docs"));
        for (String path : List.of(
                "/sessions",
                "/sessions/settings.json",
                "/sessions/vendor/chart.js",
                "/sessions/vendor/oauth4webapi.js",
                "/docs",
                "/docs/vendor/swagger-ui-bundle.js",
                "/docs/openapi/remote-assistance.json")) {
            assertThat(server.get(path)).as(path).isEqualTo(200);
        }
        // Beside the contract, but no part of a page.
        assertThat(server.get("/docs/openapi/examples/2021-10-20props.json")).isEqualTo(401);
    }

    @Test
    void issuesTokensThatWork() throws Exception {
        String body = "{\"reportingPayload\":{\"id\":\"a\"}}";
        assertThat(server.post(token(ServerJar.run("token", "--data", data.toString())), body))
                .isEqualTo(204);
        assertThat(server.post(token(), body)).isEqualTo(204);
        assertThat(server.post(token("--kind", "app"), body)).isEqualTo(204);
        assertThat(server.post(token("--tenant", RunningServer.TENANT), body)).isEqualTo(204);
        assertThat(server.post(
                        token("--permission", "User.Read", "--permission", RunningServer.firstPermission()), body))
                .isEqualTo(204);
        assertThat(server.post(token("--permission", "User.Read"), body)).isEqualTo(403);
        assertThat(server.post(token("--expires-in", "-PT5M"), body)).isEqualTo(401);
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
        DataDirectory other = DevJar.dataWithKey(folder.resolve("other"));
        ServerJar.Result second = ServerJar.run(
                "dev",
                "--port",
                String.valueOf(server.baseUri().getPort()),
                "--data",
                other.path().toString());
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.err()).contains("cannot start").doesNotContain("\tat ");
        assertThat(second.out()).isEmpty();
    }

    private static String token(String... options) {
        List<String> arguments = new ArrayList<>(List.of("token", "--data", data.toString()));
        arguments.addAll(List.of(options));
        return token(CalledCommand.run(arguments.toArray(String[]::new)));
    }

    private static String token(ServerJar.Result result) {
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\\R");
        return result.out().trim();
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }
}
