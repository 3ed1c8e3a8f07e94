package dev.remoteassistance.contract.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.spec.ContractEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands check, ledger and mutants, on the second contract. */
class ContractCommandsTest {

    private static final Path SECOND = Path.of("src/test/resources/second-contract/library-loans.yaml");
    private static final Path PACTS = SECOND.resolveSibling("pacts");

    @TempDir
    Path folder;

    @Test
    void checkListsWhatNoInteractionExercises() {
        CommandRun run = CommandRun.of("check", "--contract=" + SECOND, "--pacts=" + PACTS);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(CommandRun.of("check", "--contract=" + SECOND, "--pacts=" + PACTS, "--complete")
                        .exitCode())
                .isEqualTo(1);
        assertThat(run.out())
                .contains("exercised by none: GET /members/{memberId}/loans: parameter: query sort = title")
                .doesNotContain("exercised by none: GET /members/{memberId}/loans: answer: 200\n", "permission")
                .containsPattern(
                        "\n3 interactions, 0 not in the contract; \\d+ parts of the contract exercised by none\n$");
    }

    @Test
    void checkPassesWhereEverythingIsExercisedOrWaived() throws IOException {
        StringBuilder waivers = new StringBuilder();
        CommandRun.of("check", "--contract=" + SECOND, "--pacts=" + PACTS)
                .out()
                .lines()
                .filter(line -> line.startsWith("exercised by none: "))
                .forEach(line -> waivers.append("- cell: '%s'%n  reason: not now%n"
                        .formatted(
                                line.substring("exercised by none: ".length()).replace("'", "''"))));
        Path file = Files.writeString(folder.resolve("waivers.yaml"), waivers);

        CommandRun run =
                CommandRun.of("check", "--contract=" + SECOND, "--pacts=" + PACTS, "--complete", "--waivers=" + file);

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .isEqualTo("3 interactions, 0 not in the contract; 0 parts of the contract exercised by none\n");
    }

    @Test
    void checkNamesTheConsumerThatDisagrees() {
        Path other = ContractEdit.drop("/paths/~1members~1{memberId}~1loans/post/responses/409")
                .write(SECOND, folder);

        CommandRun run = CommandRun.of("check", "--contract=" + other, "--pacts=" + PACTS);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("not in the contract: school-desk: lending a book that is out\n")
                .contains("3 interactions, 1 not in the contract; ");
    }

    @Test
    void lintNamesWhatGeneratedCodeCannotCarry() {
        Path things = Path.of("src/test/resources/lint-cases/things.yaml");
        Path other = ContractEdit.set("/components/schemas/Thing/properties/Id", "{type: string, nullable: true}")
                .write(things, folder);

        CommandRun sound = CommandRun.of("lint", "--contract=" + things);
        CommandRun refused = CommandRun.of("lint", "--contract=" + other);

        assertThat(sound.exitCode()).as(sound.out() + sound.err()).isZero();
        assertThat(sound.out()).isEqualTo("0 parts have to be written in another way\n");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out())
                .isEqualTo(
                        "things.yaml#/components/schemas/Thing/properties: must have properties whose names differ in more than "
                                + "case and signs, unlike \"id\" and \"Id\". Rename one of them.\n"
                                + "1 parts have to be written in another way\n");
        assertThat(CommandRun.of("lint", "--contract=" + folder.resolve("none.yaml"))
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void ledgerWritesItsPage() {
        CommandRun run = CommandRun.of(
                "ledger", "--contract=" + SECOND, "--pacts=" + PACTS, "--report=" + folder.resolve("made"));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).startsWith("Ledger: ");
        assertThat(folder.resolve("made/ledger.html")).isNotEmptyFile();
        assertThat(folder.resolve("made/ledger.json")).isNotEmptyFile();
    }

    @Test
    void mutantsAreHeldAgainstTheGate() {
        CommandRun run = CommandRun.of("mutants", "--contract=" + SECOND, "--report=" + folder);

        assertThat(run.out()).as(run.err()).containsPattern("(?m)^Spec mutants: \\d+ mutants, \\d+ killed");
        assertThat(folder.resolve("spec-mutants.html")).isNotEmptyFile();
    }

    @Test
    void pactsMustBeGivenWhereThereIsNoCase() {
        for (String command : new String[] {"check", "ledger --report=x"}) {
            CommandRun run = CommandRun.of((command + " --contract=" + SECOND).split(" "));

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).isEqualTo("--pacts: is missing, and this jar has none of its own\n");
        }
    }

    @Test
    void everyCommandHasHelp() {
        assertThat(CommandRun.of("--help").out())
                .contains("gate", "changelog", "lint", "check", "ledger", "mutants", "verify");
        for (String command : new String[] {"gate", "changelog", "lint", "check", "ledger", "mutants", "verify"}) {
            CommandRun help = CommandRun.of(command, "--help");

            assertThat(help.exitCode()).as(command).isZero();
            assertThat(help.out()).as(command).contains("contract-kit " + command, "--contract", "Exit codes:");
        }
        for (String line : new String[] {"--version", "gate --version"}) {
            assertThat(CommandRun.of(line.split(" ")).out()).isEqualTo("contract-kit (unpackaged)\n");
        }
    }
}
