package dev.remoteassistance.benchmarks.postgres;

/** The ways to stop PostgreSQL. */
public enum StopMode {
    /** Rolls back open transactions, closes connections and writes everything. */
    FAST("INT"),
    /** Ends at once, as in a crash: the next start recovers from the write-ahead log. */
    IMMEDIATE("QUIT"),
    /** Kills the main process; the others notice that and end. */
    KILL("KILL");

    private final String signal;

    StopMode(String signal) {
        this.signal = signal;
    }

    String signal() {
        return signal;
    }
}
