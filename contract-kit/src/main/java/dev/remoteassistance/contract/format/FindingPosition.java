package dev.remoteassistance.contract.format;

import dev.remoteassistance.contract.source.Position;

/**
 * Position of a finding in a file.
 *
 * @param label prefix of the file's name, such as the commit that it was read from; empty for the working tree
 * @param file its path
 * @param position in the file
 * @param inBaseline whether the position is in the baseline, because the revision no longer has it
 */
public record FindingPosition(String label, String file, Position position, boolean inBaseline) {

    @Override
    public String toString() {
        return label + file + ":" + position.line() + ":" + position.column();
    }
}
