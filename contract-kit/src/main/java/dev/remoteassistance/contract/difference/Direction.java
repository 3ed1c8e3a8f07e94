package dev.remoteassistance.contract.difference;

/** Direction in which the set of allowed values changed. */
public enum Direction {
    /** Fewer values than before. */
    NARROWER,
    /** More values than before. */
    WIDER,
    /** Some values are gone and others new, or the rules cannot tell. */
    OTHER
}
