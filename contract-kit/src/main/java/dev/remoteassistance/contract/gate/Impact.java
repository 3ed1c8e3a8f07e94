package dev.remoteassistance.contract.gate;

/** What a change does to consumers that rely on the baseline. */
public enum Impact {
    /** A consumer that keeps to the baseline can fail. */
    BREAKING,
    /** What is sent changed, but no consumer can fail because of it. */
    LOOSENING,
    /** Something differs that the gate does not compare. */
    NOT_COMPARED
}
