package dev.remoteassistance.benchmarks.fault.report;

import dev.remoteassistance.benchmarks.process.Deadline;
import dev.remoteassistance.benchmarks.testbed.RestartableServer;
import java.time.Duration;
import java.util.List;

/** Watches servers from outside: their health, and their threads, because each stuck request would hold one. */
public final class ServerWatch {

    private final List<RestartableServer> servers;
    private final int before;
    private int most;

    /** Looks for the first time. */
    public ServerWatch(List<RestartableServer> servers) {
        this.servers = servers;
        before = now();
        most = before;
    }

    /** Checks that servers without their database are alive but not ready. */
    public void lookWithoutDatabase(Verdict verdict) {
        for (RestartableServer server : servers) {
            expect(503, server, "ready", verdict);
            expect(200, server, "live", verdict);
        }
        look();
    }

    private static void expect(int status, RestartableServer server, String check, Verdict verdict) {
        int answer = server.health(check);
        if (answer != status) {
            verdict.broken("%s: /health/%s says %d without a database, not %d"
                    .formatted(server.name(), check, answer, status));
        }
    }

    /** Waits until each server takes reports again, without any help, and returns how long that took. */
    public Duration awaitRecovery(AnswerJournal journal, Duration longest) {
        long start = System.nanoTime();
        Deadline deadline = new Deadline(longest);
        for (RestartableServer server : servers) {
            long stored = journal.stored(server.name());
            deadline.await(() -> server.health("ready") == 200, server.name() + " does not become ready again");
            deadline.await(
                    () -> journal.stored(server.name()) > stored, server.name() + " does not take reports again");
        }
        look();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void look() {
        most = Math.max(most, now());
    }

    private int now() {
        return servers.stream().mapToInt(RestartableServer::threads).max().orElseThrow();
    }

    /** Says whether there were ever many more than at first. */
    public void judge(int spare, Verdict verdict) {
        verdict.fact("threads of a server", "%d before, %d at most".formatted(before, most));
        if (most > before + spare) {
            verdict.broken("threads got stuck: %d before, %d at most".formatted(before, most));
        }
    }
}
