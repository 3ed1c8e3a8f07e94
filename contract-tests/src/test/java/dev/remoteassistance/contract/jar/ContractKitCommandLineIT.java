package dev.remoteassistance.contract.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.state.ProviderStates;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The help, and the output when no verdict on a server is possible: one sentence, and exit code 2. */
class ContractKitCommandLineIT {

    @TempDir
    Path folder;

    @Test
    void hasHelp() throws Exception {
        RunnableJar.Result help = LoadedKit.run("verify", "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .startsWith("Usage: remote-assistance-contract-kit verify")
                .contains("Default state: '" + ProviderStates.USER_MAY_REPORT + "'", "Exit codes:")
                .containsIgnoringWhitespaces("its store cannot be looked into", "The requests are real");
    }

    @Test
    void tellsItsVersion() throws Exception {
        assertThat(RunnableJar.KIT.run("--version").out())
                .matches("remote-assistance-contract-kit \\d+\\.\\d+\\.\\d+.*\\R");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                              | Missing required option: '--url",
                "--url ftp://a                                 | --url: neither http nor https",
                "--url http://user:secret@127.0.0.1/           | --url: more than scheme, host, port and path",
                "--url http://127.0.0.1:CLOSED                 | http://127.0.0.1:CLOSED/ cannot be reached: ",
                "--url http://nowhere.invalid                  | http://nowhere.invalid/ cannot be reached: ",
                "--url http://127.0.0.1 --token FOLDER/nowhere | no such file: FOLDER/nowhere",
                "--url http://127.0.0.1 --token FOLDER/empty   | no access token in FOLDER/empty",
                "--url http://127.0.0.1 --token FOLDER/token --token FOLDER/token | two sources of tokens for the state",
                "--url http://127.0.0.1 --pacts FOLDER/pacts   | no pact in FOLDER/pacts",
                "--url http://127.0.0.1 --pacts FOLDER/nowhere | no pacts can be read from FOLDER/nowhere",
                "--url http://127.0.0.1 --contract FOLDER/none | no contract can be read from FOLDER/none",
                "--url http://127.0.0.1 --contract FOLDER/token | no contract can be read from FOLDER/token",
                "--url http://127.0.0.1 --consumer nobody      | no pact of the consumer 'nobody', only of: apps-with",
                "--url http://127.0.0.1 --timeout 0            | --timeout: not from 1 to 3600 seconds",
                "--url http://127.0.0.1 --nonsense             | Unknown option: '--nonsense'",
            })
    void saysWhyNothingCanBeVerified(String arguments, String reason) throws Exception {
        Files.createDirectory(folder.resolve("pacts"));
        Files.createFile(folder.resolve("empty"));
        Files.writeString(folder.resolve("token"), "abc");
        // Bound, so that nobody else takes the port, but not listening.
        try (Socket nobody = new Socket()) {
            nobody.bind(new InetSocketAddress("127.0.0.1", 0));
            int closed = nobody.getLocalPort();

            RunnableJar.Result result =
                    LoadedKit.run(("verify " + (arguments == null ? "" : filled(arguments, closed))).split(" +"));

            assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
            assertThat(result.err()).startsWith(filled(reason, closed)).doesNotContain("\tat ", "Exception", "secret");
            assertThat(result.out()).isEmpty();
        }
    }

    @Test
    void saysInAProcessWhatItSaysHere() throws Exception {
        String[] arguments = {"verify", "--url", "http://user:secret@127.0.0.1/"};

        assertThat(RunnableJar.KIT.run(arguments)).isEqualTo(LoadedKit.run(arguments));
    }

    @Test
    void demandsACommand() throws Exception {
        RunnableJar.Result result = RunnableJar.KIT.run();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("Missing required subcommand").contains("gate", "verify");
    }

    private String filled(String text, int closed) {
        return text.replace("FOLDER", folder.toString()).replace("CLOSED", String.valueOf(closed));
    }
}
