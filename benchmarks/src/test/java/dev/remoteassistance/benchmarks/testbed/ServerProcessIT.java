package dev.remoteassistance.benchmarks.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.benchmarks.process.JavaProgram;
import dev.remoteassistance.benchmarks.process.ProcFile;
import dev.remoteassistance.benchmarks.process.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the server as it ships, as a child process. */
@Tag("ci")
class ServerProcessIT {

    private static final Duration SOON = Duration.ofMinutes(2);

    /** The server ends before the optimizing compiler pays off. */
    private static final List<String> OPTIONS = List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    @TempDir
    Path folder;

    @Test
    void startsIsLookedAtAndEnds() {
        try (TokenIssuer issuer = TokenIssuer.start();
                ServerProcess server = start(issuer).awaitReady()) {
            assertThat(server.baseUri().getPort()).isPositive();
            assertThat(ProcFile.residentBytes(server.pid())).isGreaterThan(10_000_000);
            assertThat(ProcFile.cpuTime(server.pid())).isPositive();

            server.terminate();

            // 128 plus the number of SIGTERM.
            assertThat(server.awaitExit(SOON)).hasValue(143);
        }
    }

    @Test
    void isKilled() {
        try (TokenIssuer issuer = TokenIssuer.start();
                ServerProcess server = start(issuer)) {
            server.kill();

            assertThat(server.isAlive()).isFalse();
            assertThat(server.awaitExit(SOON)).hasValue(137);
        }
    }

    private ServerProcess start(TokenIssuer issuer) {
        String url = ServerEnvironment.sqliteUrl(folder.resolve("reports.db"));
        JavaProgram program = JavaProgram.ofJar(
                JavaProgram.SERVER_JAR, "server", OPTIONS, List.of("serve"), ServerEnvironment.of(issuer, url));
        return ServerProcess.start(program, folder);
    }
}
