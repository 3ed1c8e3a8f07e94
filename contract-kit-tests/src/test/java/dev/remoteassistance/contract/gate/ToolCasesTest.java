package dev.remoteassistance.contract.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.CaseTable;
import dev.remoteassistance.contract.compare.ContractComparison;
import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.mutant.MutantGenerator;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that each break that only another tool reports, in all cases and mutants, is in a list of decisions. */
class ToolCasesTest {

    private static final Path FOLDER = Path.of("src/test/resources/gate-cases");
    private static final ContractDocument SECOND = ContractDocument.read(LibraryChanges.CONTRACT);

    private final List<ComparisonTool> tools = List.of(new OpenApiDiffTool(), new SwaggerBrakeTool());

    private record Pair(String name, ContractDocument before, ContractDocument after) {}

    /**
     * The pairs that we let pass although a tool refuses them. For the cases, {@code cases.tsv} says why; the mutants lose a
     * limit of what consumers write, or rename what is not sent.
     */
    private static final String DECIDED = """
            answer-nested-enum-member-removed                                        | swagger-brake
            anyof-single-wrapped                                                     | openapi-diff
            default-answer-spelled-out                                               | openapi-diff and swagger-brake
            discriminator-mapping-added                                              | openapi-diff
            header-case                                                              | openapi-diff
            media-type-charset                                                       | openapi-diff and swagger-brake
            multipleof-loosened                                                      | openapi-diff
            multipleof-tightened-response                                            | openapi-diff
            mutant drop a pattern: /components/schemas/Order/properties/isbn/pattern | openapi-diff
            mutant rename the schema: /components/schemas/Pickup                     | openapi-diff
            mutant rename the schema: /components/schemas/Post                       | openapi-diff
            oneof-ref-inlined                                                        | openapi-diff
            oneof-schema-renamed                                                     | openapi-diff
            oneof-to-type-response                                                   | openapi-diff and swagger-brake
            parameter-array-loosened                                                 | openapi-diff and swagger-brake
            parameter-optional-header-accept                                         | openapi-diff and swagger-brake
            parameter-schema-to-content                                              | openapi-diff
            pattern-part-optional                                                    | openapi-diff
            pattern-to-anything                                                      | openapi-diff
            readonly-becomes-required                                                | openapi-diff and swagger-brake
            readonly-limit-in-request                                                | swagger-brake
            security-header-case                                                     | openapi-diff
            writeonly-property-removed-from-shared                                   | swagger-brake
            """;

    @Test
    void whereOnlyAToolSeesABreakThereIsNone() {
        Map<String, String> alone = new TreeMap<>();
        Stream.concat(cases(), mutants())
                .filter(pair -> ContractComparison.differences(pair.before(), pair.after()).stream()
                        .noneMatch(Difference::isBreak))
                .forEach(pair -> {
                    String seeing = tools.stream()
                            .flatMap(tool -> findings(tool, pair))
                            .map(ToolFinding::tool)
                            .distinct()
                            .collect(Collectors.joining(" and "));
                    if (!seeing.isEmpty()) {
                        alone.put(pair.name(), seeing);
                    }
                });

        assertThat(alone).isEqualTo(decided());
    }

    /** A tool that throws says nothing; swagger-brake does so of many contracts. */
    private static Stream<ToolFinding> findings(ComparisonTool tool, Pair pair) {
        try {
            return tool.findings(pair.before(), pair.after()).stream();
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
            return Stream.empty();
        }
    }

    private static Map<String, String> decided() {
        return DECIDED.lines()
                .map(line -> line.split(" *\\| *"))
                .collect(Collectors.toMap(row -> row[0], row -> row[1], (one, other) -> one, TreeMap::new));
    }

    private static Stream<Pair> cases() {
        return CaseTable.rows(FOLDER.resolve("cases.tsv"))
                .filter(row -> !row.get(1).equals("refused") && !row.get(0).startsWith("seven-schemas"))
                .map(row -> new Pair(row.get(0), read(row.get(0) + ".base.yaml"), read(row.get(0) + ".revision.yaml")));
    }

    private static Stream<Pair> mutants() {
        return MutantGenerator.mutants(SECOND).stream()
                .map(mutant -> new Pair("mutant " + mutant.name(), SECOND, mutant.contract()));
    }

    private static ContractDocument read(String name) {
        return ContractDocument.read(FOLDER.resolve(name));
    }
}
