package dev.remoteassistance.benchmarks.fault;

import dev.remoteassistance.benchmarks.process.JavaProgram;
import dev.remoteassistance.benchmarks.process.ServerProcess;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.report.ReportResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/** Our server, that is started again and again by the same command line. Its port is another each time. */
final class RestartableServer implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final JavaProgram program;
    private final Path logFolder;
    private final String path =
            Contract.load().operation(ReportResource.OPERATION).path();
    private volatile ServerProcess process;
    private volatile URI operation;

    RestartableServer(JavaProgram program, Path logFolder) {
        this.program = program;
        this.logFolder = logFolder;
    }

    /** Starts it, and returns the time until it said that it is ready. */
    Duration start() {
        long start = System.nanoTime();
        process = ServerProcess.start(program, logFolder).awaitReady();
        operation = process.baseUri().resolve(path);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Where reports are posted. */
    URI operation() {
        return operation;
    }

    /** What the contract's paths are appended to. */
    URI root() {
        return operation.resolve("/");
    }

    String name() {
        return program.name();
    }

    /** The status of {@code /health/ready} or {@code /health/live}; 0 if there is no answer. */
    int health(String check) {
        HttpRequest request = HttpRequest.newBuilder(process.managementUri().resolve("/health/" + check))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    int threads() {
        return process.threads();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    void kill() {
        process.kill();
    }

    /** SIGTERM; returns the exit code, or none if it does not end. */
    OptionalInt terminate() {
        process.terminate();
        return process.awaitExit(STOP);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
