package dev.remoteassistance.contract.format;

import dev.remoteassistance.contract.gate.Finding;
import dev.remoteassistance.contract.gate.Impact;
import dev.remoteassistance.contract.pact.RevisionCheck.Broken;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A finding with its position in a file, and with texts that fit in one line.
 *
 * @param finding what the gate found
 * @param at position of the finding; empty if it belongs to no file
 */
public record LocatedFinding(Finding finding, Optional<FindingPosition> at) {

    public String place() {
        return PlainText.line(finding.place().toString());
    }

    public String words() {
        return PlainText.line(finding.words());
    }

    public boolean isBreaking() {
        return finding.impact() == Impact.BREAKING;
    }

    /** The impact as a word of a sentence. */
    public String impact() {
        return switch (finding.impact()) {
            case BREAKING -> "breaking";
            case LOOSENING -> "compatible";
            case NOT_COMPARED -> "not compared";
        };
    }

    /** The interactions that would break, one a line. */
    public List<String> affected() {
        return finding.affected().stream()
                .map(Broken::toString)
                .map(PlainText::line)
                .toList();
    }

    /** Returns everything that is known about the finding, in lines. */
    public String story() {
        return Stream.of(
                        Stream.of(place() + ": " + words()),
                        at.stream().filter(FindingPosition::inBaseline).map(where -> "was at " + where),
                        affected().stream().map(one -> "breaks " + one))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }
}
