package dev.remoteassistance.contract.gate;

import java.nio.file.Path;
import java.util.List;

/** A tool of others that compares contracts. */
interface ComparisonTool {

    /** What the tool takes for breaks. */
    List<ToolFinding> findings(Path baseline, Path contract);
}
