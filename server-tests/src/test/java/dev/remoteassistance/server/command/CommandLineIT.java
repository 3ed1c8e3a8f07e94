package dev.remoteassistance.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.ServerJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests help, versions and exit codes of the runnable jar. */
class CommandLineIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"dev", "serve", "token", "issuer", "migrate", "export", "report", "purge"})
    void everyCommandHasHelp(String command) throws Exception {
        ServerJar.Result help = ServerJar.run(command, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .startsWith("Usage: remote-assistance-server " + command)
                .contains("Exit codes:");
    }

    @Test
    void tellsItsVersionAndTheContracts() throws Exception {
        assertThat(ServerJar.run("--version").out())
                .matches("(?s)remote-assistance-server \\d+\\.\\d+\\.\\d+.*contract " + RunningServer.CONTRACT.version()
                        + "\\R");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "dev --port x",
                "dev --port 70000",
                "dev --nonsense",
                "token --kind robot",
                "token --expires-in tomorrow",
                "token --expires-in PT2562047788015215H",
                "serve",
                "serve --config nowhere.properties",
                "export",
                "report",
                "report --tenant a",
                "migrate",
                "purge --older-than 365d --data .",
                "purge --older-than PT0S --data .",
            })
    void aWrongCallExitsWithTwoAndSaysWhy(String arguments) throws Exception {
        ServerJar.Result result =
                ServerJar.runIn(folder, Map.of(), arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
        assertThat(result.err()).isNotBlank().doesNotContain("\tat ", "Exception");
        assertThat(folder).as("nothing was done").isEmptyDirectory();
    }

    @Test
    void aDurationSaysWhatItWants() throws Exception {
        ServerJar.Result result = ServerJar.run("purge", "--older-than", "365d");
        assertThat(result.err().lines().findFirst())
                .hasValue("Invalid value for option '--older-than': it must be an ISO 8601 duration, such as P365D, not"
                        + " 365d");
    }

    @Test
    void migrateDoesNotPassOverAMistypedName() throws Exception {
        ServerJar.Result result = ServerJar.runIn(
                folder,
                Map.of(
                        "REMOTE_ASSISTANCE_STORE_URL",
                        "jdbc:sqlite:" + folder.resolve("reports.db"),
                        "REMOTE_ASSISTANCE_STORE_PASWORD",
                        "secret"),
                "migrate");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err().lines())
                .containsExactly(
                        "The settings are wrong:",
                        "REMOTE_ASSISTANCE_STORE_PASWORD in the environment is no setting of this server");
        assertThat(folder).as("nothing was done").isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"token, no signing key", "export, no reports"})
    void anEmptyDirectoryIsAFailureAndStaysEmpty(String command, String reason) throws Exception {
        ServerJar.Result result = ServerJar.run(command, "--data", folder.toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains(reason, folder.toString()).doesNotContain("\tat ", "Exception");
        assertThat(result.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDataDirectoryThatIsAFileIsAFailure() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        ServerJar.Result result = ServerJar.run("dev", "--data", file.toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("it is a file").doesNotContain("\tat ", "Exception");
    }

    @Test
    void aFileThatIsNoStoreIsAFailure() throws Exception {
        Files.writeString(folder.resolve("reports.db"), "this is no database, but it is long enough to be looked at");
        ServerJar.Result result = ServerJar.run("export", "--data", folder.toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("reports.db").doesNotContain("\tat ");
    }
}
