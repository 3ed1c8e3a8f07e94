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
import org.junit.jupiter.params.provider.ValueSource;

/** Tests help, versions and exit codes of the runnable jar, and what depends on the environment. */
class CommandLineIT {

    @TempDir
    Path folder;

    @Test
    void hasHelp() throws Exception {
        ServerJar.Result help = ServerJar.run("report", "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .startsWith("Usage: remote-assistance-server report")
                .contains("Exit codes:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "export --version"})
    void tellsItsVersionAndTheContracts(String arguments) throws Exception {
        assertThat(ServerJar.run(arguments.split(" ")).out())
                .matches("(?s)remote-assistance-server \\d+\\.\\d+\\.\\d+.*contract " + RunningServer.CONTRACT.version()
                        + "\\R");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "serve --config nowhere.properties",
                "export",
                "report",
                "report --tenant a",
                "migrate",
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

    @Test
    void anEmptyDirectoryIsAFailureAndStaysEmpty() throws Exception {
        ServerJar.Result result = ServerJar.run("export", "--data", folder.toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("no reports", folder.toString()).doesNotContain("\tat ", "Exception");
        assertThat(result.out()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatIsNoStoreIsAFailure() throws Exception {
        Files.writeString(folder.resolve("reports.db"), "this is no database, but it is long enough to be looked at");
        ServerJar.Result result = ServerJar.run("export", "--data", folder.toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("reports.db").doesNotContain("\tat ");
    }
}
