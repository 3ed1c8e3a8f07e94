package dev.remoteassistance.contract.gate;

import java.nio.file.Path;

/**
 * A place in a contract's files.
 *
 * @param file the contract itself, or a file that it refers to
 * @param pointer JSON Pointer from the file's root
 */
public record Source(Path file, String pointer) {}
