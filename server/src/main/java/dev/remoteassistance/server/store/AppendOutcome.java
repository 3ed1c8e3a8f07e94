package dev.remoteassistance.server.store;

/** What became of an appended report. Either way it is durable. */
public enum AppendOutcome {
    /** The report is new, and stored. */
    STORED,
    /** The same report had been stored before. */
    REPEATED
}
