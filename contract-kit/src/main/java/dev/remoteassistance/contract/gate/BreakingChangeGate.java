package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.spec.ContractDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares a contract with its last release, by openapi-diff, swagger-brake and our own rules side by side.
 *
 * <p>What a tool finds is a break, unless our rules know the very change and allow it: both tools take some changes that
 * loosen a request or tighten an answer for breaks, and that is all they are overruled for. One gate compares any number
 * of contracts, one after the other.
 */
public final class BreakingChangeGate {

    private static final String OWN_RULES = "own rules";

    private final List<ComparisonTool> tools = List.of(new OpenApiDiffTool(), new SwaggerBrakeTool());

    /**
     * What the contract no longer keeps of the baseline's promises; empty if it keeps them all.
     *
     * @param baseline OpenAPI 3.0 file of the last release
     * @param contract OpenAPI 3.0 file of today
     */
    public List<Break> breaks(Path baseline, Path contract) {
        return breaks(ContractDocument.read(baseline), ContractDocument.read(contract));
    }

    /** The same, of documents that were read before. */
    public List<Break> breaks(ContractDocument baseline, ContractDocument contract) {
        List<Difference> differences = ContractComparison.differences(baseline, contract);
        Map<Difference, Set<String>> finders = new LinkedHashMap<>();
        differences.stream()
                .filter(Difference::isBreak)
                .forEach(difference -> finders.put(difference, new TreeSet<>(Set.of(OWN_RULES))));
        List<Break> others = new ArrayList<>();
        for (ComparisonTool tool : tools) {
            for (ToolFinding finding : tool.findings(baseline, contract)) {
                List<Difference> meant =
                        differences.stream().filter(finding::means).toList();
                meant.stream()
                        .filter(Difference::isBreak)
                        .forEach(difference -> finders.get(difference).add(finding.tool()));
                if (meant.isEmpty()) {
                    others.add(new Break(
                            finding.place(),
                            String.join(" or ", finding.aspects()),
                            finding.words(),
                            Set.of(finding.tool())));
                }
            }
        }
        List<Break> breaks = new ArrayList<>();
        finders.forEach((difference, by) ->
                breaks.add(new Break(difference.place(), difference.aspect(), difference.words(), by)));
        breaks.addAll(others);
        return breaks;
    }
}
