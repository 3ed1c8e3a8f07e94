package dev.remoteassistance.benchmarks.compare;

import dev.remoteassistance.benchmarks.subject.Target;
import java.time.Duration;
import java.util.List;

/**
 * The targets of a comparison and how often and how long each is measured.
 *
 * @param targets in the order in which each round measures them
 * @param connections the numbers of connections to measure with
 * @param rounds how often each target is measured at each number of connections
 * @param time how long a measurement takes
 * @param warmUp requests that each target answers before the first round, at the largest number of connections
 * @param starts how often each target's start-up is timed
 * @param tokens how many different tokens requests carry
 * @param javaOptions options of every target's virtual machine
 */
record ComparisonPlan(
        List<Target> targets,
        List<Integer> connections,
        int rounds,
        Duration time,
        long warmUp,
        int starts,
        int tokens,
        List<String> javaOptions) {

    ComparisonPlan {
        targets = List.copyOf(targets);
        connections = List.copyOf(connections);
        javaOptions = List.copyOf(javaOptions);
        require(!targets.isEmpty(), "at least one target");
        require(!connections.isEmpty() && connections.stream().allMatch(number -> number > 0), "connections");
        require(rounds > 0, "at least one round");
        require(time.toSeconds() > 0, "at least a second");
        require(warmUp >= 0, "no less than no warm-up");
        require(starts > 0, "at least one start");
        require(tokens > 0, "at least one token");
    }

    int mostConnections() {
        return connections.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    private static void require(boolean satisfied, String what) {
        if (!satisfied) {
            throw new IllegalArgumentException("A comparison needs " + what + ".");
        }
    }
}
