package dev.remoteassistance.benchmarks.fault.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remoteassistance.benchmarks.load.ReportTemplate;
import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.process.Deadline;
import dev.remoteassistance.client.RemoteAssistanceClient;
import dev.remoteassistance.client.RemoteAssistanceException;
import dev.remoteassistance.client.RetryPolicy;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import dev.remoteassistance.model.json.JsonPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Apps that send reports by our client, one after another, and never give up a report. */
public final class ClientLoad implements AutoCloseable {

    /** The default policy with more attempts, which have to outlast an outage. */
    private static final RetryPolicy PATIENT =
            new RetryPolicy(20, RetryPolicy.DEFAULT.firstDelay(), RetryPolicy.DEFAULT.maxDelay());

    private static final Duration HOME = Duration.ofMinutes(3);

    private final ObjectMapper json = JsonPolicy.newMapper();
    private final ReportTemplate template = ReportTemplate.load();
    private final ReportLedger ledger;
    private final Map<String, String> givenUp = new ConcurrentHashMap<>();
    private final List<Thread> apps = new ArrayList<>();
    private volatile boolean stopped;

    private ClientLoad(ReportLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Starts the apps.
     *
     * @param roots roots of the servers; the apps are spread over them
     * @param tokens one for each app
     */
    public static ClientLoad start(List<URI> roots, List<String> tokens, ReportLedger ledger) {
        ClientLoad load = new ClientLoad(ledger);
        for (String token : tokens) {
            int number = load.apps.size();
            RemoteAssistanceClient client = RemoteAssistanceClient.builder(() -> token)
                    .baseUri(roots.get(number % roots.size()))
                    .retryPolicy(PATIENT)
                    .build();
            Thread app = new Thread(() -> load.report("app-" + number, client), "app-" + number);
            app.setDaemon(true);
            load.apps.add(app);
        }
        load.apps.forEach(Thread::start);
        return load;
    }

    private void report(String name, RemoteAssistanceClient client) {
        for (int number = 0; !stopped; number++) {
            String id = "%s-%d".formatted(name, number);
            ledger.send(id);
            try {
                client.report(withId(id));
                ledger.acknowledge(id);
            } catch (RemoteAssistanceException e) {
                givenUp.put(id, e.getClass().getSimpleName());
            }
        }
    }

    private RemoteAssistanceReporting withId(String id) {
        try {
            return json.readValue(template.withId(id), ReportRemoteAssistanceRequest.class)
                    .getReportingPayload();
        } catch (JsonProcessingException e) {
            throw new BenchmarkException("the example is no report", e);
        }
    }

    /** Returns the reports that were given up, with the reason. */
    public List<String> givenUp() {
        return givenUp.entrySet().stream()
                .map(report -> "%s (%s)".formatted(report.getKey(), report.getValue()))
                .toList();
    }

    /** Stops sending new reports, and waits until those under way are acknowledged or given up. */
    @Override
    public void close() {
        stopped = true;
        new Deadline(HOME).await(() -> apps.stream().noneMatch(Thread::isAlive), "a report does not come home");
    }
}
