package dev.remoteassistance.contract.format;

import dev.remoteassistance.contract.gate.Finding;
import dev.remoteassistance.contract.source.ContractSource;
import dev.remoteassistance.contract.source.Positions;
import dev.remoteassistance.contract.spec.SourcePlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the position of each finding. It reads a file once for all findings in it. */
final class FindingLocator {

    private final ContractSource baseline;
    private final ContractSource revision;
    private final Map<Path, Positions> positions = new HashMap<>();

    FindingLocator(ContractSource baseline, ContractSource revision, List<Finding> findings) {
        this.baseline = baseline;
        this.revision = revision;
        Map<Path, List<String>> pointers = new HashMap<>();
        findings.forEach(finding -> place(finding)
                .ifPresent(place -> pointers.computeIfAbsent(file(finding, place), any -> new ArrayList<>())
                        .add(place.pointer())));
        pointers.forEach((file, inFile) -> positions.put(file, Positions.of(file, inFile)));
    }

    /** Returns the finding with its position: that in the revision, or in the baseline if the revision no longer has it. */
    LocatedFinding located(Finding finding) {
        ContractSource in = source(finding);
        return new LocatedFinding(finding, place(finding).map(place -> {
            Path file = file(finding, place);
            return new FindingPosition(
                    PlainText.line(in.label()),
                    PlainText.line(in.pathOf(file)),
                    positions.get(file).of(place.pointer()),
                    finding.revision().isEmpty());
        }));
    }

    private static Optional<SourcePlace> place(Finding finding) {
        return finding.revision().or(finding::baseline);
    }

    private ContractSource source(Finding finding) {
        return finding.revision().isEmpty() ? baseline : revision;
    }

    private Path file(Finding finding, SourcePlace place) {
        return source(finding).file().resolveSibling(place.file());
    }
}
