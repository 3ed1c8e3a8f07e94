package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.compare.ContractComparison;
import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.nio.file.Path;
import java.util.List;

/** Finds the promises of the last release that a contract no longer keeps. */
public final class BreakingChangeGate {

    /**
     * Returns what breaks; empty if nothing does.
     *
     * @param baseline OpenAPI 3.0 or 3.1 file of the last release
     * @param contract OpenAPI 3.0 or 3.1 file of today
     * @throws dev.remoteassistance.contract.spec.read.RefusedContractException if one of the two cannot be compared
     */
    public List<Break> breaks(Path baseline, Path contract) {
        return breaks(ContractDocument.read(baseline), ContractDocument.read(contract));
    }

    /** Returns what breaks, for documents that have been read already. */
    public List<Break> breaks(ContractDocument baseline, ContractDocument contract) {
        return breaks(ContractComparison.differences(baseline, contract));
    }

    static List<Break> breaks(List<Difference> differences) {
        return differences.stream()
                .filter(Difference::isBreak)
                .map(difference -> new Break(difference.place(), difference.aspect(), difference.words()))
                .toList();
    }
}
