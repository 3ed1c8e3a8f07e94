package dev.remoteassistance.benchmarks.postgres;

/** How PostgreSQL is stopped. */
public enum StopMode {
    /** Open transactions are rolled back, connections are closed, everything is written. */
    FAST("INT"),
    /** At once, as after a crash: the next start recovers from the write-ahead log. */
    IMMEDIATE("QUIT"),
    /** The main process is killed, which the others notice. */
    KILL("KILL");

    private final String signal;

    StopMode(String signal) {
        this.signal = signal;
    }

    String signal() {
        return signal;
    }
}
