package dev.remoteassistance.contract.gate;

import static dev.remoteassistance.contract.spec.ContractEdit.drop;
import static dev.remoteassistance.contract.spec.ContractEdit.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.remoteassistance.contract.compare.ContractComparison;
import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two third-party tools that compare contracts find no break that our rules miss. */
class ToolOracleTest {

    private static final ContractDocument SECOND = ContractDocument.read(LibraryChanges.CONTRACT);
    private static final String LOANS = "/paths/~1members~1{memberId}~1loans";
    private static final String SCHEMAS = "/components/schemas";
    private static final String ORDER = SCHEMAS + "/Order/properties";
    private static final String LOAN = SCHEMAS + "/Loan/properties";
    private static final String DIFF = "openapi-diff";
    private static final String BRAKE = "swagger-brake";

    private static final List<ComparisonTool> TOOLS = List.of(new OpenApiDiffTool(), new SwaggerBrakeTool());

    static Stream<Arguments> edits() {
        return Stream.concat(
                LibraryChanges.breaks().map(row -> arguments(row.get()[1] + ": " + row.get()[2], row.get()[0])),
                LibraryChanges.allowed());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void knowNothingMore(String change, ContractEdit edit) {
        ContractDocument contract = edit.changed(SECOND);
        List<Difference> differences = ContractComparison.differences(SECOND, contract);

        assertThat(TOOLS.stream().flatMap(tool -> tool.findings(SECOND, contract).stream()))
                .as(change)
                .allSatisfy(finding -> assertThat(differences).anyMatch(finding::means));
    }

    static Stream<Arguments> finders() {
        return Stream.of(
                arguments(drop(LOANS + "/post"), Set.of(DIFF, BRAKE)),
                arguments(set(ORDER + "/isbn/maxLength", "10"), Set.of(DIFF, BRAKE)),
                arguments(set(ORDER + "/isbn/type", "integer"), Set.of(DIFF, BRAKE)),
                arguments(drop("/security/0"), Set.of(DIFF)),
                arguments(set(ORDER + "/isbn/pattern", "'^97[0-9]+$'"), Set.of(DIFF)),
                arguments(drop(LOANS + "/get/responses/200/headers/ETag"), Set.of(DIFF)),
                arguments(drop(ORDER + "/shelf"), Set.of(BRAKE)),
                arguments(set(ORDER + "/isbn/minLength", "13"), Set.of(BRAKE)),
                arguments(drop(LOAN + "/state"), Set.of(BRAKE)),
                arguments(drop(LOAN + "/book"), Set.of(BRAKE)),
                arguments(drop(ORDER + "/payment"), Set.of(BRAKE)),
                arguments(set(SCHEMAS + "/Order/additionalProperties", "false"), Set.of()),
                arguments(drop(ORDER + "/shelf/nullable"), Set.of()),
                arguments(set(LOANS + "/post/requestBody/x-max-bytes", "1024"), Set.of()));
    }

    /** Shows that the tools' findings are understood; otherwise they could be lost unnoticed. */
    @ParameterizedTest
    @MethodSource("finders")
    void areUnderstood(ContractEdit edit, Set<String> finders) {
        ContractDocument contract = edit.changed(SECOND);
        List<Difference> breaks = ContractComparison.differences(SECOND, contract).stream()
                .filter(Difference::isBreak)
                .toList();

        assertThat(breaks)
                .isNotEmpty()
                .allSatisfy(found -> assertThat(TOOLS.stream()
                                .flatMap(tool -> tool.findings(SECOND, contract).stream())
                                .filter(finding -> finding.means(found))
                                .map(ToolFinding::tool)
                                .collect(Collectors.toSet()))
                        .isEqualTo(finders));
    }
}
