package dev.remoteassistance.contract.schema;

/**
 * One of the ways for a value to be valid.
 *
 * @param keyword {@code oneOf} or {@code anyOf}; empty if there is one way alone
 * @param label names the way among the others, by its reference or its content; empty if there is one way alone
 * @param conjunction what has to allow the value
 */
record Alternative(String keyword, String label, Conjunction conjunction) {}
