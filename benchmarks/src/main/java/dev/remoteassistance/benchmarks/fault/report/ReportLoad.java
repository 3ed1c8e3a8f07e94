package dev.remoteassistance.benchmarks.fault.report;

import dev.remoteassistance.benchmarks.load.ReportTemplate;
import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.process.Deadline;
import dev.remoteassistance.benchmarks.testbed.RestartableServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Callers that post reports one after another, to any of the servers. Each report is sent until it is acknowledged.
 * After one in ten, an earlier report is sent again.
 */
public final class ReportLoad implements AutoCloseable {

    private static final int REPEAT_ONE_IN = 10;
    private static final int REMEMBERED = 50;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    /** A refused caller retries soon, so that the server is never without load. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ReportTemplate template = ReportTemplate.load();
    private final List<RestartableServer> servers;
    private final ReportLedger ledger;
    private final AnswerJournal journal;
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean stopped;

    private ReportLoad(List<RestartableServer> servers, ReportLedger ledger, AnswerJournal journal) {
        this.servers = List.copyOf(servers);
        this.ledger = ledger;
        this.journal = journal;
    }

    /**
     * Starts the callers.
     *
     * @param tokens one for each caller
     */
    public static ReportLoad start(
            List<RestartableServer> servers, List<String> tokens, ReportLedger ledger, AnswerJournal journal) {
        ReportLoad load = new ReportLoad(servers, ledger, journal);
        for (String token : tokens) {
            String name = "caller-" + load.callers.size();
            Thread caller = new Thread(() -> load.call(name, token), name);
            caller.setDaemon(true);
            load.callers.add(caller);
        }
        load.callers.forEach(Thread::start);
        return load;
    }

    private void call(String name, String token) {
        List<String> earlier = new ArrayList<>();
        for (int number = 0; !stopped; number++) {
            String id = "%s-%d".formatted(name, number);
            sendUntilStored(id, token);
            remember(earlier, id);
            if (ThreadLocalRandom.current().nextInt(REPEAT_ONE_IN) == 0) {
                sendUntilStored(earlier.get(ThreadLocalRandom.current().nextInt(earlier.size())), token);
            }
        }
    }

    private static void remember(List<String> earlier, String id) {
        if (earlier.size() < REMEMBERED) {
            earlier.add(id);
        } else {
            earlier.set(ThreadLocalRandom.current().nextInt(REMEMBERED), id);
        }
    }

    private void sendUntilStored(String id, String token) {
        while (!send(id, token, servers.get(ThreadLocalRandom.current().nextInt(servers.size()))) && !stopped) {
            Deadline.sleep(PAUSE);
        }
    }

    private boolean send(String id, String token, RestartableServer server) {
        HttpRequest request = template.request(server.operation(), token, id, TIMEOUT);
        ledger.send(id);
        long start = System.nanoTime();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            boolean stored = answer.statusCode() == AnswerJournal.STORED;
            if (stored) {
                ledger.acknowledge(id);
            }
            journal.answer(id, server.name(), answer, Duration.ofNanos(System.nanoTime() - start));
            return stored;
        } catch (IOException e) {
            journal.loseConnection(id, e.toString());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
            return false;
        }
    }

    /** Waits until this number of further reports has been acknowledged. */
    public void awaitReports(long count) {
        long before = journal.stored();
        new Deadline(TIMEOUT)
                .await(() -> journal.stored() >= before + count, "the server takes no reports, or too few");
    }

    /** Stops sending, and waits for the last answers. */
    @Override
    public void close() {
        stopped = true;
        Deadline deadline = new Deadline(TIMEOUT.plusSeconds(10));
        while (callers.stream().anyMatch(Thread::isAlive)) {
            deadline.pause(PAUSE, () -> new BenchmarkException("a caller does not end"));
        }
    }
}
