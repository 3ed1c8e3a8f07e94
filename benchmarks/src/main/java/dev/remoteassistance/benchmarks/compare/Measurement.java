package dev.remoteassistance.benchmarks.compare;

import dev.remoteassistance.benchmarks.load.LoadResult;
import java.time.Duration;

/**
 * The figures of one target in one round at one number of connections.
 *
 * @param load the load generator's result
 * @param serverCpu CPU time of the server's process
 * @param databaseCpu CPU time of the database's processes
 */
record Measurement(LoadResult load, Duration serverCpu, Duration databaseCpu) {

    double rate() {
        return load.rate();
    }

    double p50Millis() {
        return load.p50().toNanos() / 1e6;
    }

    double p99Millis() {
        return load.p99().toNanos() / 1e6;
    }

    double serverCpuMicros() {
        return perRequest(serverCpu);
    }

    double databaseCpuMicros() {
        return perRequest(databaseCpu);
    }

    double cpuMicros() {
        return perRequest(serverCpu.plus(databaseCpu));
    }

    private double perRequest(Duration time) {
        return time.toNanos() / 1e3 / load.requests();
    }
}
