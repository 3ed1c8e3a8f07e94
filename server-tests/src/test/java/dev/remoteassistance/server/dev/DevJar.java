package dev.remoteassistance.server.dev;

import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.ServerJar;
import dev.remoteassistance.server.auth.TestKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the command dev of the runnable jar on free ports. */
public final class DevJar implements AutoCloseable {

    private static final String LISTENING = "Listening on ";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final Process process;
    private final List<String> printed;

    /** Makes a data directory with a key, which takes the server seconds to make. */
    public static DataDirectory dataWithKey(Path folder) throws IOException {
        DataDirectory directory = new DataDirectory(folder).create();
        directory.writeSecret(directory.signingKey(), TestKey.DEV_ISSUER.rsa().toJSONString());
        return directory;
    }

    /** Starts the jar, and waits until it has printed how to post a report. */
    DevJar(Path data) throws IOException {
        this.data = data;
        process = ServerJar.start(Map.of(), "dev", "--port", "0", "--management-port", "0", "--data", data.toString());
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        printed = ServerJar.readUntil(out, "curl ");
    }

    /** Returns the lines that were printed at the start. */
    List<String> printed() {
        return printed;
    }

    URI baseUri() {
        return printed.stream()
                .filter(line -> line.startsWith(LISTENING))
                .map(line -> URI.create(line.substring(LISTENING.length())))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the token that the server wrote at its first start. */
    String token() throws IOException {
        return Files.readString(data.resolve("dev-token"));
    }

    /** Returns the status of the answer to a report. */
    int post(String token, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(baseUri().resolve(RunningServer.OPERATION.path()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** Returns the status of a page. */
    int get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(baseUri().resolve(path)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    /** Asks the process to end, as an operator does, and returns its exit code. */
    int stop() throws InterruptedException {
        return ServerJar.stop(process);
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
