package dev.remoteassistance.contract.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.spec.ContractEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands gate and changelog, on the second contract. */
class GateCommandTest {

    private static final Path SECOND = Path.of("src/test/resources/second-contract/library-loans.yaml");
    private static final Path PACTS = SECOND.resolveSibling("pacts");
    private static final ContractEdit BREAK =
            ContractEdit.set("/components/schemas/Order/additionalProperties", "false");
    private static final ContractEdit ADDITION =
            ContractEdit.set("/components/schemas/Order/properties/copies/maximum", "1000");
    private static final ContractEdit WORDS = ContractEdit.set("/info/description", "Other words.");

    @TempDir
    Path folder;

    @Test
    void acquitsWhatIsCompatible() {
        CommandRun run = gate(ADDITION);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).endsWith("No pacts were given, so nothing is said of consumers.\n");
    }

    @Test
    void namesBreakAndConsumer() {
        CommandRun run = gate(BREAK, "--pacts=" + PACTS);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("breaking: POST /members/{memberId}/loans request body: additionalProperties set to false")
                .contains("    breaks school-desk: lending a book with a shelf: ")
                .endsWith("Of 3 interactions, 1 would break, of school-desk.\n");
    }

    @Test
    void writesToAFileInAFormat() throws IOException {
        Path out = folder.resolve("made/report.sarif");

        CommandRun run = gate(BREAK, "--format=SARIF", "--out=" + out);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(out)).contains("\"version\" : \"2.1.0\"");
    }

    /** The line and the column are those of the file that the contract refers to. */
    @Test
    void placesAFindingInTheFileThatTheContractRefersTo() throws IOException {
        Path old = referring("old", 9);
        Path now = referring("new", 8);

        CommandRun run = CommandRun.of("gate", "--contract", now.toString(), "--against", old.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out().lines().filter(line -> line.contains(" breaking: ")))
                .containsExactly(now.resolveSibling("parts/name.yaml")
                        + ":3:3: breaking: GET /a query parameter name: maxLength lowered from 9 to 8 [maxlength]");
    }

    private Path referring(String name, int maxLength) throws IOException {
        Path made =
                Files.createDirectories(folder.resolve(name).resolve("parts")).getParent();
        Files.writeString(made.resolve("parts/name.yaml"), "Name:\n  type: string\n  maxLength: " + maxLength + "\n");
        return Files.writeString(made.resolve("contract.yaml"), """
                openapi: 3.0.3
                info: {title: t, version: 1.0.0}
                paths:
                  /a:
                    get:
                      parameters:
                        - {name: name, in: query, schema: {$ref: 'parts/name.yaml#/Name'}}
                      responses: {'204': {description: d}}
                """);
    }

    @Test
    void aFailureNeverReadsAsAVerdict() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "openapi: [");
        Path list = Files.writeString(folder.resolve("list.yaml"), "- a\n");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        for (String line : new String[] {
            "gate",
            "gate --contract nowhere.yaml",
            "gate --contract " + broken + " --against " + SECOND,
            "gate --contract " + SECOND + " --against " + broken,
            "gate --contract " + list + " --against " + SECOND,
            "gate --contract " + SECOND + " --against no-such-ref",
            "gate --contract " + SECOND + " --against " + SECOND + " --pacts " + empty,
            "gate --contract " + SECOND + " --against " + SECOND + " --pacts nowhere",
            "gate --contract " + SECOND + " --against " + SECOND + " --format nonsense",
            "gate --contract " + SECOND + " --against " + SECOND + " --out " + folder + "/list.yaml/report",
            "gate --contract " + SECOND + " --against " + SECOND + " --nonsense",
            "nonsense",
            "changelog --contract " + broken + " --against " + SECOND,
        }) {
            CommandRun run = CommandRun.of(line.split(" "));

            assertThat(run.exitCode()).as(line + run.out()).isEqualTo(2);
            assertThat(run.err()).as(line).isNotBlank().doesNotContain("Exception", "\tat ");
            assertThat(run.out()).as(line).isEmpty();
        }
    }

    @Test
    void changelogHasOneEntryAChangeAndNoneForWords() {
        CommandRun words = run("changelog", WORDS);
        CommandRun changes = run("changelog", WORDS.and(BREAK).and(ADDITION));

        assertThat(words.exitCode()).isZero();
        assertThat(words.out().lines().filter(line -> line.startsWith("- "))).isEmpty();
        assertThat(changes.exitCode()).isZero();
        assertThat(changes.out().lines().filter(line -> line.startsWith("- "))).hasSize(2);
    }

    private CommandRun gate(ContractEdit edit, String... more) {
        return run("gate", edit, more);
    }

    private CommandRun run(String command, ContractEdit edit, String... more) {
        String[] line = new String[3 + more.length];
        line[0] = command;
        line[1] = "--contract=" + edit.write(SECOND, folder);
        line[2] = "--against=" + SECOND;
        System.arraycopy(more, 0, line, 3, more.length);
        return CommandRun.of(line);
    }
}
