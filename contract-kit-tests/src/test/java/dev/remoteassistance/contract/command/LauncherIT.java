package dev.remoteassistance.contract.command;

import static dev.remoteassistance.contract.spec.ContractEdit.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.source.GitFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runnable jar and its launcher, as processes. */
class LauncherIT {

    private static final Path LAUNCHER = Path.of(System.getProperty("kit.launcher"));
    private static final Path SECOND =
            Path.of("src/test/resources/second-contract/library-loans.yaml").toAbsolutePath();
    private static final Path OLDER = SECOND.resolveSibling("library-loans-older.yaml");

    @TempDir
    static Path shared;

    private static CommandRun breaking;

    @TempDir
    Path folder;

    /** Runs the gate once: three tests check its verdict or the classes that it loaded. */
    @BeforeAll
    static void breakConsumers() throws Exception {
        breaking = run(
                shared,
                "-Xlog:class+load:file=" + shared.resolve("classes"),
                "gate",
                "--contract=" + SECOND,
                "--against=" + OLDER);
    }

    @Test
    void exitCodesTellTheVerdict() throws Exception {
        assertThat(run("", "gate", "--contract=" + SECOND, "--against=" + SECOND)
                        .exitCode())
                .isZero();
        assertThat(breaking.exitCode()).isEqualTo(1);
        assertThat(run("", "gate", "--contract=" + SECOND, "--against=nowhere").exitCode())
                .isEqualTo(2);
        // A failure of the JVM is no verdict either.
        assertThat(run("-Xmx8m", "gate", "--contract=" + large(), "--against=" + SECOND)
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void comparesWithACommitFromAFolderOfTheRepository() throws Exception {
        GitFixture repository = GitFixture.init(folder.resolve("repository"))
                .commit("api/contract.yaml", Files.readString(OLDER))
                .commit("api/contract.yaml", Files.readString(SECOND));

        CommandRun run =
                run(repository.folder().resolve("api"), "", "gate", "--contract=contract.yaml", "--against=HEAD~1");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().toList())
                .hasSize(3)
                .first()
                .isEqualTo("contract.yaml:35:13: breaking: GET /members/{memberId}/loans query parameter sort: "
                        + "enum lost the member author [enum]");
        assertThat(run.out()).contains("\ncontract.yaml compared with HEAD~1:api/contract.yaml: 2 breaking, ");
    }

    @Test
    void takesItsClassesFromTheArchiveOfTheBuild() throws Exception {
        assertThat(Files.readString(shared.resolve("classes")))
                .contains("dev.remoteassistance.contract.gate.ContractGate source: shared objects file (top)");
    }

    @Test
    void takesTheClassesThatCheckInteractionsFromTheArchive() throws Exception {
        Path log = folder.resolve("classes");
        Path baseline = set("/openapi", "3.0.2").write(SECOND, folder);

        run(
                "-Xlog:class+load:file=" + log,
                "gate",
                "--contract=" + SECOND,
                "--against=" + baseline,
                "--pacts=" + SECOND.resolveSibling("pacts"));

        assertThat(Files.readString(log))
                .contains(
                        "com.atlassian.oai.validator.model.SimpleRequest source: shared objects file (top)",
                        "com.atlassian.oai.validator.model.SimpleResponse source: shared objects file (top)");
    }

    @Test
    void needsNeitherPactNorValidatorWithoutPacts() throws Exception {
        assertThat(Files.readString(shared.resolve("classes")))
                .contains("ContractGate")
                .doesNotContain(" au.com.dius.pact.", " com.atlassian.", " kotlin.");
    }

    @Test
    void worksWithoutAnArchive() throws Exception {
        for (String name : new String[] {"contract-kit", "contract-kit.jar"}) {
            Files.copy(LAUNCHER.resolveSibling(name), folder.resolve(name));
        }
        folder.resolve("contract-kit").toFile().setExecutable(true);

        CommandRun run = run(
                folder,
                folder.resolve("contract-kit"),
                "",
                List.of("gate", "--contract=" + SECOND, "--against=" + SECOND));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
    }

    private Path large() throws IOException {
        return Files.writeString(
                folder.resolve("large.yaml"), "openapi: 3.0.3\npaths:\n" + "  x: {a: {b: {c: d}}}\n".repeat(500_000));
    }

    private CommandRun run(String options, String... arguments) throws Exception {
        return run(folder, options, arguments);
    }

    private static CommandRun run(Path where, String options, String... arguments) throws Exception {
        return run(where, LAUNCHER, options, List.of(arguments));
    }

    private static CommandRun run(Path where, Path launcher, String options, List<String> arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(launcher.toString()));
        line.addAll(arguments);
        Path err = Files.createTempFile(where, "err", "");
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(where.toFile()).redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("CONTRACT_KIT_OPTS", options);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new CommandRun(process.waitFor(), out, read(err));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
