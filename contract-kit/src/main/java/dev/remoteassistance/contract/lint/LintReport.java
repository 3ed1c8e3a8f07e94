package dev.remoteassistance.contract.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.SourcePlace;
import java.util.ArrayList;
import java.util.List;

/** The findings of one run, in the order in which the rules look. */
final class LintReport {

    private final ContractDocument contract;
    private final List<LintFinding> findings = new ArrayList<>();

    LintReport(ContractDocument contract) {
        this.contract = contract;
    }

    ContractDocument contract() {
        return contract;
    }

    SourcePlace place(JsonNode node) {
        return contract.place(node);
    }

    List<LintFinding> findings() {
        return List.copyOf(findings);
    }

    void require(boolean fulfilled, SourcePlace place, String rule, String wayOut) {
        LintFinding finding = new LintFinding(place, rule, wayOut);
        // Several rules may look at one schema.
        if (!fulfilled && !findings.contains(finding)) {
            findings.add(finding);
        }
    }
}
