package dev.remoteassistance.benchmarks.subject;

import dev.remoteassistance.benchmarks.load.ReportTemplate;
import dev.remoteassistance.benchmarks.process.Deadline;
import dev.remoteassistance.benchmarks.process.HttpProbe;
import dev.remoteassistance.benchmarks.process.ServerProcess;
import dev.remoteassistance.benchmarks.testbed.ReportOperation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.UUID;

/** Sends a report to a server again and again, until the server has started and stored it. */
public final class FirstReport {

    private static final Duration START_UP = Duration.ofSeconds(90);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final int STORED = 204;

    private final ReportTemplate template = ReportTemplate.load();
    private final String path = ReportOperation.find().path();
    private final String token;

    /** @param token a token that servers accept */
    public FirstReport(String token) {
        this.token = token;
    }

    String path() {
        return path;
    }

    void sendUntilStored(URI operation, ServerProcess process) {
        HttpRequest request =
                template.request(operation, token, UUID.randomUUID().toString(), START_UP);
        Deadline deadline = new Deadline(START_UP);
        for (int status = HttpProbe.status(request); status != STORED; status = HttpProbe.status(request)) {
            String failure = "does not start (its last answer was %d)".formatted(status);
            if (!process.isAlive()) {
                throw process.failure(failure);
            }
            deadline.pause(LOOK_AGAIN, () -> process.failure(failure));
        }
    }
}
