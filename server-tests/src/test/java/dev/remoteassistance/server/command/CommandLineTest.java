package dev.remoteassistance.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.LogCapture;
import dev.remoteassistance.server.ServerJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests help and exit codes in this JVM; {@link CommandLineIT} does so in processes, for each kind of outcome. */
class CommandLineTest {

    @RegisterExtension
    final LogCapture log = new LogCapture();

    @TempDir
    Path folder;

    /** An unexpected failure logs its stack trace. */
    @AfterEach
    void logsNothing() {
        assertThat(log.text()).doesNotContain("The command failed unexpectedly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "serve", "token", "issuer", "migrate", "export", "report", "purge"})
    void everyCommandHasHelp(String command) {
        ServerJar.Result help = CalledCommand.run(command, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .startsWith("Usage: remote-assistance-server " + command)
                .contains("Exit codes:");
    }

    /** Calls that are wrong whatever the environment says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "dev --port x",
                "dev --port 70000",
                "dev --nonsense",
                "token --kind robot",
                "token --expires-in tomorrow",
                "token --expires-in PT2562047788015215H",
                "purge --older-than 365d --data .",
                "purge --older-than PT0S --data .",
            })
    void aWrongCallExitsWithTwoAndSaysWhy(String arguments) throws IOException {
        List<Path> before = workingDirectory();
        ServerJar.Result result = CalledCommand.run(arguments.split(" "));
        assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
        assertThat(result.err()).isNotBlank().doesNotContain("\tat ", "Exception");
        assertThat(workingDirectory()).as("nothing was done").containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void aDurationSaysWhatItWants() {
        ServerJar.Result result = CalledCommand.run("purge", "--older-than", "365d");
        assertThat(result.err().lines().findFirst())
                .hasValue("Invalid value for option '--older-than': it must be an ISO 8601 duration, such as P365D, not"
                        + " 365d");
    }

    @Test
    void anEmptyDirectoryIsAFailureAndStaysEmpty() {
        ServerJar.Result result = CalledCommand.run("token", "--data", folder.toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("no signing key", folder.toString()).doesNotContain("\tat ", "Exception");
        assertThat(result.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDataDirectoryThatIsAFileIsAFailure() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        ServerJar.Result result = CalledCommand.run("dev", "--data", file.toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("it is a file").doesNotContain("\tat ", "Exception");
    }

    private static List<Path> workingDirectory() throws IOException {
        try (var files = Files.list(Path.of(""))) {
            return files.toList();
        }
    }
}
