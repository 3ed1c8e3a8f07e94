package dev.remoteassistance.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the jar as the documents call it, with its libraries beside it. */
class BenchmarkJarIT {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @Test
    void tellsItsVersion() throws Exception {
        assertThat(printed("--version"))
                .isEqualTo("remote-assistance-benchmarks " + System.getProperty("project.version")
                        + System.lineSeparator());
    }

    @Test
    void findsTheClassesThatEachCommandNeeds() throws Exception {
        for (String command : List.of("compare", "quote", "jmh", "fault", "read")) {
            assertThat(printed(command, "--help")).startsWith("Usage: remote-assistance-benchmarks " + command + " ");
        }
    }

    private static String printed(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                JAVA.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                "benchmarks/target/remote-assistance-benchmarks.jar");
        builder.command().addAll(List.of(arguments));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed;
    }
}
