package dev.remoteassistance.contract.format;

import dev.remoteassistance.contract.gate.Finding;
import dev.remoteassistance.contract.gate.Source;
import dev.remoteassistance.contract.source.ContractSource;
import dev.remoteassistance.contract.source.Positions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the position of each finding. It reads a file once for all findings in it. */
final class FindingLocator {

    private final ContractSource baseline;
    private final ContractSource revision;
    private final Map<Path, Positions> positions;

    FindingLocator(ContractSource baseline, ContractSource revision, List<Finding> findings) {
        this.baseline = baseline;
        this.revision = revision;
        positions = findings.stream()
                .flatMap(finding -> source(finding).stream())
                .collect(Collectors.groupingBy(
                        Source::file,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                sources -> Positions.of(
                                        sources.get(0).file(),
                                        sources.stream().map(Source::pointer).toList()))));
    }

    /** Returns a finding with its position: that in the revision, or in the baseline if the revision no longer has it. */
    LocatedFinding located(Finding finding) {
        boolean gone = finding.revision().isEmpty();
        ContractSource in = gone ? baseline : revision;
        return new LocatedFinding(
                finding,
                source(finding)
                        .map(source -> new FoundAt(
                                PlainText.line(in.label()),
                                PlainText.line(in.pathOf(source.file())),
                                positions.get(source.file()).of(source.pointer()),
                                gone)));
    }

    private static Optional<Source> source(Finding finding) {
        return finding.revision().or(finding::baseline);
    }
}
