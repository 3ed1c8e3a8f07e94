package dev.remoteassistance.contract.schema.part;

/**
 * One of the ways for a value to be valid.
 *
 * @param keyword {@code oneOf} or {@code anyOf}; empty if there is only one way
 * @param label tells the way from the others by its reference or content; empty if there is only one way
 * @param conjunction the schemas that must all allow the value
 */
public record Alternative(String keyword, String label, Conjunction conjunction) {}
