package dev.remoteassistance.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the command serve of the runnable jar, with its own OAuth server. */
final class ServedJar implements AutoCloseable {

    private final OAuthIssuer issuer = new OAuthIssuer();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> environment;
    private final Path log;
    private final Process process;
    private final URI base;
    private final URI management;

    /** Starts the jar with the required settings and these further ones. */
    ServedJar(Path folder, Map<String, String> settings) throws IOException {
        environment = issuer.settings(folder);
        environment.putAll(settings);
        log = folder.resolve("log");
        process = ServerJar.startLoggingTo(log, environment, "serve");
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        base = lastUri(ServerJar.readUntil(out, "Listening on "));
        management = lastUri(ServerJar.readUntil(out, "Management on "));
    }

    private static URI lastUri(List<String> lines) {
        return URI.create(lines.get(lines.size() - 1).split(" ")[2]);
    }

    Process process() {
        return process;
    }

    URI operationUri() {
        return base.resolve(RunningServer.OPERATION.path());
    }

    String token() {
        return token(RunningServer.TENANT);
    }

    String token(String tenant) {
        return issuer.token(tenant, OAuthIssuer.AUDIENCE);
    }

    /** Returns the status of a page of the management port. */
    int status(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(management.resolve(path)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    /** Returns the file with the error output of the jar. */
    Path log() {
        return log;
    }

    /** Returns the stored reports as the command export prints them. */
    List<String> exported() throws Exception {
        ServerJar.Result export = ServerJar.run(environment, "export");
        if (export.exitCode() != 0) {
            throw new IllegalStateException(export.err());
        }
        return export.out().lines().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        issuer.close();
    }
}
