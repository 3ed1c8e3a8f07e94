package dev.remoteassistance.contract.format;

import dev.remoteassistance.contract.source.Position;

/**
 * Where a finding stands.
 *
 * @param label what stands before the file's name, such as the commit that it was read from; empty for the working tree
 * @param file its path
 * @param position in the file
 * @param inBaseline whether it stands in the baseline, since it is gone from the revision
 */
public record FoundAt(String label, String file, Position position, boolean inBaseline) {

    @Override
    public String toString() {
        return label + file + ":" + position.line() + ":" + position.column();
    }
}
