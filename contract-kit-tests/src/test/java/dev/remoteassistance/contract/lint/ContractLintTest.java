package dev.remoteassistance.contract.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.remoteassistance.contract.lint.syntax.ContractParts;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A sound contract passes; each edit of it that generated code would lose is refused, with place, rule and what to
 * write instead.
 */
class ContractLintTest {

    private static final Path FOLDER = Path.of("src/test/resources/lint-cases");
    private static final ContractDocument SOUND = ContractDocument.read(FOLDER.resolve("things.yaml"));

    /** Four megabytes. Words, because SnakeYAML copies all of a word again for each kilobyte of it. */
    private static final String WORDS = "word ".repeat(800_000);

    @Test
    void theSoundContractPasses() {
        assertThat(ContractLint.findings(SOUND)).isEmpty();
    }

    @Test
    void wordsWithoutQuotesThatYaml11TakesForBooleansAreRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("things.yaml");
        Files.writeString(
                file,
                Files.readString(FOLDER.resolve("things.yaml"))
                        + "\nx-words: [yes, 'no', true, NO, \"on\", news]\nx-more: {off: {x: on}}\n");

        assertThat(ContractLint.findings(file))
                .extracting(finding -> finding.place().pointer())
                .containsExactly("/x-words/0", "/x-words/3", "/x-more/off", "/x-more/off/x");
        assertThat(ContractLint.findings(file).get(0))
                .hasToString(
                        "things.yaml#/x-words/0: must not be a word without quotes that YAML 1.1 takes for true or "
                                + "false. Put it in quotes.");
    }

    @Test
    void whatTheKitReadsIsLookedAtWhole(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("things.yaml");
        Files.writeString(
                file,
                Files.readString(FOLDER.resolve("things.yaml"))
                        + "\nx-long: '" + WORDS + "'\nx-deep: " + "[".repeat(60) + "no" + "]".repeat(60)
                        + "\n");

        assertThat(ContractLint.findings(file))
                .extracting(finding -> finding.place().pointer())
                .containsExactly("/x-deep" + "/0".repeat(60));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isRefused(String name, ContractEdit edit, List<String> findings) {
        assertThat(ContractLint.findings(edit.changed(SOUND)))
                .extracting(LintFinding::toString)
                .isEqualTo(findings);
    }

    static Stream<Arguments> cases() throws IOException {
        JsonNode cases = new YAMLMapper().readTree(FOLDER.resolve("cases.yaml").toFile());
        return ContractDocument.elements(cases)
                .map(each -> Arguments.of(
                        each.required("case").asText(),
                        edit(each.required("set")),
                        ContractParts.texts(each.required("findings"))));
    }

    private static ContractEdit edit(JsonNode values) {
        return values.properties().stream()
                .map(value -> ContractEdit.set(value.getKey(), value.getValue().toString()))
                .reduce(ContractEdit::and)
                .orElseThrow();
    }
}
