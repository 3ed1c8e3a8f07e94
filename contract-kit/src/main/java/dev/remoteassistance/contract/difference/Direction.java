package dev.remoteassistance.contract.difference;

/** How a rule for values changed. */
public enum Direction {
    /** Fewer values than before. */
    NARROWER,
    /** More values than before. */
    WIDER,
    /** Some values less and others more, as far as one can tell. */
    OTHER
}
