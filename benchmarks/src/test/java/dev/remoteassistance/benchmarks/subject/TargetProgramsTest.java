package dev.remoteassistance.benchmarks.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tests that the servers are measured with the options that the launcher gives them. */
class TargetProgramsTest {

    @Test
    void aSmallHeapHasTheOptionsOfTheLauncher() throws IOException {
        assertThat(Files.readAllLines(Path.of("../server/src/main/dist/remote-assistance-server")))
                .contains("    collector=\"" + String.join(" ", TargetPrograms.SMALL_HEAP) + "\"");
    }
}
