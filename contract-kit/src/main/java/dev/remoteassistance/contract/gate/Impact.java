package dev.remoteassistance.contract.gate;

/** What a change does to consumers that rely on the baseline. */
public enum Impact {
    /** A consumer that keeps to the baseline can fail. */
    BREAKING,
    /** Something changed that is sent, and no consumer can fail by it. */
    LOOSENING,
    /** Something that the gate does not compare stands here, and differs. */
    NOT_COMPARED
}
