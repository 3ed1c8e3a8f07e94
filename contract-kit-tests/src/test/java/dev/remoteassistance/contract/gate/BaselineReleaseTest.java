package dev.remoteassistance.contract.gate;

import static dev.remoteassistance.contract.spec.ContractEdit.drop;
import static dev.remoteassistance.contract.spec.ContractEdit.rename;
import static dev.remoteassistance.contract.spec.ContractEdit.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.remoteassistance.contract.release.Extent;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests which version a changed contract must have to be released. The baseline is 2.3.1. */
class BaselineReleaseTest {

    private static final Path SECOND = LibraryChanges.CONTRACT;
    private static final String ORDER = "/components/schemas/Order/properties";
    private static final ContractEdit WORDS = set("/info/description", "Other words.");
    private static final ContractEdit ADDITION = set(ORDER + "/day", "{type: string}");
    private static final ContractEdit BREAK = drop(ORDER + "/shelf");

    @TempDir
    Path folder;

    private Path baseline;
    private Path contract;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void releaseFirst() throws IOException {
        baseline = folder.resolve("baseline/library-loans.yaml");
        contract = folder.resolve("library-loans.yaml");
        Files.createDirectories(baseline.getParent());
        Files.copy(SECOND, baseline);
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments(
                        WORDS,
                        "2.3.1",
                        "Since 2.3.1 words changed, which demands a new patch version: raise info.version from 2.3.1 to 2.3.2."),
                arguments(WORDS, "2.3.2", "Released 2.3.2 as the baseline, after 2.3.1."),
                arguments(WORDS, "2.2.9", "info.version 2.2.9 is lower than the baseline's 2.3.1."),
                arguments(
                        ADDITION,
                        "2.3.1",
                        "Since 2.3.1 something was added, which demands a new minor version: raise info.version from 2.3.1 to 2.4.0."),
                arguments(
                        ADDITION,
                        "2.3.2",
                        "something was added, which demands a new minor version: raise info.version from 2.3.2 to 2.4.0."),
                arguments(ADDITION, "2.4.0", "Released 2.4.0"),
                arguments(ADDITION, "3.0.0", "Released 3.0.0"),
                arguments(ADDITION, "1.4.0", "is lower than the baseline's"),
                arguments(
                        BREAK,
                        "2.3.1",
                        "promises were broken, which demands a new major version: raise info.version from 2.3.1 to 3.0.0, or take the change back."),
                arguments(BREAK, "2.4.0", "raise info.version from 2.4.0 to 3.0.0"),
                arguments(BREAK, "3.0.0", "Released 3.0.0"),
                arguments(BREAK.and(ADDITION), "2.4.0", "promises were broken"));
    }

    @ParameterizedTest(name = "{1}: {2}")
    @MethodSource("changes")
    void demandsTheVersionThatSaysWhatChanged(ContractEdit edit, String version, String message) throws IOException {
        edit.and(set("/info/version", version)).write(SECOND, folder);

        int code = run(contract, baseline);

        boolean isReleased = message.startsWith("Released");
        assertThat(out.toString()).contains(message);
        assertThat(code).isEqualTo(isReleased ? 0 : 1);
        assertThat(Files.readString(baseline)).isEqualTo(Files.readString(isReleased ? contract : SECOND));
    }

    static Stream<Arguments> words() {
        return Stream.of(
                arguments(Extent.WORDS, set("/paths/~1members~1{memberId}~1loans/get/operationId", "loans")),
                arguments(Extent.WORDS, set("/paths/~1members~1{memberId}~1loans/get/tags", "[Other]")),
                arguments(Extent.WORDS, set(ORDER + "/isbn/example", "'1'")),
                arguments(Extent.WORDS, set(ORDER + "/isbn/description", "Words.")),
                arguments(
                        Extent.WORDS,
                        set("/components/securitySchemes/card/flows/password/scopes/loans.read", "Words.")),
                arguments(
                        Extent.WORDS,
                        rename("/components/schemas/Kind", "Medium")
                                .and(set(ORDER + "/kind", "{$ref: '#/components/schemas/Medium'}"))),
                arguments(Extent.WORDS, set("/components/schemas/Unused", "{type: string}")),
                arguments(Extent.ADDITION, set(ORDER + "/description", "{type: string}")),
                arguments(Extent.ADDITION, set(ORDER + "/isbn/maxLength", "14")),
                arguments(
                        Extent.ADDITION,
                        set("/paths/~1members~1{memberId}~1loans/post/requestBody/x-max-bytes", "5000")),
                arguments(Extent.ADDITION, set("/paths/~1members~1{memberId}~1loans/get/deprecated", "true")));
    }

    @ParameterizedTest
    @MethodSource("words")
    void tellsWordsFromWhatIsSent(Extent expected, ContractEdit edit) {
        Path changed = edit.write(SECOND, folder);

        assertThat(GateReport.extent(SECOND, changed, new BreakingChangeGate().breaks(SECOND, changed)))
                .isEqualTo(expected);
    }

    @Test
    void namesTheConsumersOfABreak() {
        set(ORDER + "/copies/maximum", "1").write(SECOND, folder);

        assertThat(run("--pacts", SECOND.resolveSibling("pacts"), contract, baseline))
                .isEqualTo(1);

        assertThat(out.toString())
                .contains("POST /members/{memberId}/loans request body copies: maximum lowered from 3 to 1")
                .contains("Of 3 interactions in the pact files, 1 would break, of school-desk:")
                .contains("school-desk: lending a book with a shelf: ");
    }

    @Test
    void takesAnInteractionThatBreaksForABreak() throws IOException {
        // Declaring a property is an addition, unless somebody sends another type by that name.
        set(ORDER + "/colour", "{type: integer}")
                .and(set("/info/version", "2.4.0"))
                .write(SECOND, folder);

        assertThat(run(contract, baseline)).isZero();
        Files.copy(SECOND, baseline, StandardCopyOption.REPLACE_EXISTING);
        assertThat(run("--pacts", SECOND.resolveSibling("pacts"), contract, baseline))
                .isEqualTo(1);

        assertThat(out.toString())
                .contains("1 would break, of school-desk:")
                .contains("raise info.version from 2.4.0 to 3.0.0");
    }

    @Test
    void saysIfNoConsumerIsHit() {
        drop(ORDER + "/from").and(set("/info/version", "3.0.0")).write(SECOND, folder);

        assertThat(run("--pacts", SECOND.resolveSibling("pacts"), contract, baseline))
                .isZero();

        assertThat(out.toString()).contains("Of 3 interactions in the pact files, none would break.");
    }

    @Test
    void hasNothingToReleaseTwice() throws IOException {
        Files.copy(SECOND, contract);

        assertThat(run(contract, baseline)).isZero();
        assertThat(out.toString()).contains("Nothing to release: 2.3.1 is the baseline already.");
    }

    @Test
    void releasesTheFirst() throws IOException {
        Files.delete(baseline);

        assertThat(run(SECOND, baseline)).isZero();
        assertThat(out.toString()).contains("Released 2.3.1 as the first baseline.");
        assertThat(baseline).hasSameTextualContentAs(SECOND);
    }

    @Test
    void takesExamplesAlongAndOldOnesAway() throws IOException {
        String examples = "/paths/~1members~1{memberId}~1loans/post/requestBody/content/application~1json/examples";
        Files.createDirectories(folder.resolve("examples"));
        Files.writeString(folder.resolve("examples/one.json"), "{}");
        set(examples, "{one: {externalValue: examples/one.json}}")
                .and(set("/info/version", "2.3.2"))
                .write(SECOND, folder);
        assertThat(run(contract, baseline)).isZero();
        assertThat(baseline.resolveSibling("examples/one.json")).exists();

        Files.writeString(folder.resolve("examples/one.json"), "{\"isbn\": \"1\"}");
        assertThat(run(contract, baseline)).as("another example is other words").isEqualTo(1);

        set("/info/version", "2.3.3").write(SECOND, folder);
        assertThat(run(contract, baseline)).isZero();
        assertThat(baseline.resolveSibling("examples/one.json")).doesNotExist();
    }

    @Test
    void takesOtherFilesAlong() throws IOException {
        Files.createDirectories(folder.resolve("parts"));
        Files.writeString(folder.resolve("parts/kind.yaml"), "type: string\nenum: [paper, audio]\n");
        set(ORDER + "/kind", "{$ref: parts/kind.yaml}")
                .and(set("/info/version", "2.3.2"))
                .write(SECOND, folder);

        assertThat(run(contract, baseline)).as(out.toString()).isZero();
        assertThat(baseline.resolveSibling("parts/kind.yaml"))
                .hasSameTextualContentAs(folder.resolve("parts/kind.yaml"));

        Files.writeString(folder.resolve("parts/kind.yaml"), "type: string\nenum: [paper]\n");
        assertThat(run(contract, baseline)).isEqualTo(1);
        assertThat(out.toString()).contains("request body kind: enum lost the member audio");
    }

    @ParameterizedTest
    @CsvSource({"2.4", "2.4.0-rc.1", "two", "02.4.0"})
    void takesNoOtherFormOfVersion(String version) {
        set("/info/version", "'" + version + "'").write(SECOND, folder);

        assertThat(run(contract, baseline)).isEqualTo(2);
        assertThat(err.toString()).contains("info.version must be major.minor.patch, and is '" + version + "'");
    }

    @Test
    void complainsOfWhatItCannotRead() {
        assertThat(run(folder.resolve("missing.yaml"), baseline)).isEqualTo(2);
        assertThat(err.toString()).contains("missing.yaml");
        assertThat(run("--unknown")).isEqualTo(2);
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Usage: release-baseline");
    }

    private int run(Object... arguments) {
        List<String> words = new ArrayList<>();
        for (Object argument : arguments) {
            words.add(argument.toString());
        }
        return BaselineRelease.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words.toArray(String[]::new));
    }
}
