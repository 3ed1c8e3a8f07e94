package dev.remoteassistance.server.store;

/** The outcome of appending a report. The report is durable in both cases. */
public enum AppendOutcome {
    /** The report is new, and stored. */
    STORED,
    /** The same report was stored already. */
    REPEATED
}
