package dev.remoteassistance.benchmarks.fault;

import java.util.List;

/** The threads of servers: requests that got stuck would each hold one. */
final class ThreadCount {

    private final List<RestartableServer> servers;
    private final int before;
    private int most;

    /** Looks for the first time. */
    ThreadCount(List<RestartableServer> servers) {
        this.servers = servers;
        before = now();
        most = before;
    }

    void look() {
        most = Math.max(most, now());
    }

    private int now() {
        return servers.stream().mapToInt(RestartableServer::threads).max().orElseThrow();
    }

    /** Says whether there were ever many more than at first. */
    void judge(int spare, Verdict verdict) {
        verdict.fact("threads of a server", "%d before, %d at most".formatted(before, most));
        if (most > before + spare) {
            verdict.broken("threads got stuck: %d before, %d at most".formatted(before, most));
        }
    }
}
