package dev.remoteassistance.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path PROJECT = Path.of(System.getProperty("project.folder"));

    @Test
    void theReadmeQuotesTheResults() throws IOException {
        String readme = Files.readString(PROJECT.resolve(ReadmeCommand.README));
        String results = Files.readString(PROJECT.resolve(ReadmeCommand.RESULTS));

        assertThat(ReadmeSection.of(readme).quoted())
                .as("java -jar benchmarks/target/remote-assistance-benchmarks.jar readme")
                .isEqualTo(results);
    }

    @Test
    void onlyTheQuotationIsReplaced() {
        String readme = "before\n" + ReadmeSection.BEGIN + "old\n" + ReadmeSection.END + "after\n";

        assertThat(ReadmeSection.of(readme).with("new\n")).isEqualTo(readme.replace("old", "new"));
    }

    @Test
    void aReadmeWithoutMarksIsRefused() {
        assertThatThrownBy(() -> ReadmeSection.of("before\n")).isInstanceOf(BenchmarkException.class);
    }
}
