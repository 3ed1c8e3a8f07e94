package dev.remoteassistance.contract.schema.part;

/**
 * One alternative of a schema: a value is valid if one alternative allows it.
 *
 * @param keyword {@code oneOf} or {@code anyOf}; empty if the schema has only one alternative
 * @param label tells it from the others, by its reference or content; empty if the schema has only one alternative
 * @param conjunction the schemas that must all allow the value
 */
public record Alternative(String keyword, String label, Conjunction conjunction) {}
