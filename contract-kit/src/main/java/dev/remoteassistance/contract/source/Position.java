package dev.remoteassistance.contract.source;

/**
 * A position in a text file.
 *
 * @param line from 1
 * @param column from 1
 */
public record Position(int line, int column) {}
