package dev.remoteassistance.contract.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file that grows beyond what fits in the head has a second job, which belongs in a file of its own. */
class SourceSizeTest {

    private static final int MAX_LINES = 150;

    @Test
    void noMainSourceIsTooLong() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path source : mainSources()) {
            int lines = Files.readAllLines(source).size();
            if (lines > MAX_LINES) {
                tooLong.add("%s has %d lines".formatted(MarkdownPage.ROOT.relativize(source), lines));
            }
        }

        assertThat(tooLong).isEmpty();
    }

    private static List<Path> mainSources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : MarkdownTest.modules()) {
            Path folder = MarkdownPage.ROOT.resolve(module).resolve("src/main/java");
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        return sources;
    }
}
