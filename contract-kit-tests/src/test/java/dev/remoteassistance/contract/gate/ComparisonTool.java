package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.spec.ContractDocument;
import java.util.List;

/** A third-party tool that compares contracts. */
interface ComparisonTool {

    /** Returns the changes that the tool reports as breaks. */
    List<ToolFinding> findings(ContractDocument baseline, ContractDocument contract);
}
