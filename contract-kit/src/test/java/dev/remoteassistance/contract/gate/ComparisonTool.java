package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.List;

/** A tool of others that compares contracts. */
interface ComparisonTool {

    /** What the tool takes for breaks. */
    List<ToolFinding> findings(ContractDocument baseline, ContractDocument contract);
}
