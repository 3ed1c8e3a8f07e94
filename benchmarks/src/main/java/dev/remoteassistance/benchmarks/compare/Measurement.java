package dev.remoteassistance.benchmarks.compare;

import dev.remoteassistance.benchmarks.load.LoadResult;
import java.time.Duration;

/**
 * One target in one round at one number of connections.
 *
 * @param load what the load generator saw
 * @param serverCpu time on a core, of the server's process
 * @param databaseCpu the same, of the database's processes
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
