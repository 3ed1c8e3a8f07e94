package dev.remoteassistance.contract.spec;

import dev.remoteassistance.contract.spec.read.Pointers;

/**
 * Place of a node in a contract's files.
 *
 * @param file name, relative to the contract's folder
 * @param pointer JSON Pointer from the file's root
 */
public record SourcePlace(String file, String pointer) {

    /** Returns the place of a member of this object. */
    public SourcePlace member(String name) {
        return new SourcePlace(file, pointer + "/" + Pointers.escaped(name));
    }

    @Override
    public String toString() {
        return file + "#" + pointer;
    }
}
