package dev.remoteassistance.benchmarks.subject;

import dev.remoteassistance.benchmarks.load.ReportTemplate;
import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.process.ServerProcess;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.report.ReportResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** A report that is sent to a server until it has started. */
public final class FirstReport {

    private static final Duration START_UP = Duration.ofSeconds(90);
    private static final int LOOK_AGAIN_MILLIS = 5;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ReportTemplate template = ReportTemplate.load();
    private final String path =
            Contract.load().operation(ReportResource.OPERATION).path();
    private final String token;

    /** @param token a token that servers accept */
    public FirstReport(String token) {
        this.token = token;
    }

    String path() {
        return path;
    }

    void sendUntilStored(URI operation, ServerProcess process) {
        HttpRequest request = HttpRequest.newBuilder(operation)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(START_UP)
                .POST(BodyPublishers.ofString(template.withId(UUID.randomUUID().toString())))
                .build();
        long end = System.nanoTime() + START_UP.toNanos();
        int status = status(request);
        while (status != 204) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                throw process.failure("does not start (its last answer was %d)".formatted(status));
            }
            pause();
            status = status(request);
        }
    }

    /** 0 while nothing answers. */
    private int status(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("interrupted", e);
        }
    }
}
