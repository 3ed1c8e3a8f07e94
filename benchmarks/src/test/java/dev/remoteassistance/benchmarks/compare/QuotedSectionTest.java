package dev.remoteassistance.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class QuotedSectionTest {

    private static final Path PROJECT = Path.of(System.getProperty("project.folder"));

    @Test
    void thePageOnSpeedQuotesTheResults() throws IOException {
        String page = Files.readString(PROJECT.resolve(QuoteCommand.PAGE));
        String results = Files.readString(PROJECT.resolve(QuoteCommand.RESULTS));

        assertThat(QuotedSection.of(page).quoted())
                .as("java -jar benchmarks/target/remote-assistance-benchmarks.jar quote")
                .isEqualTo(results);
    }

    @Test
    void onlyTheQuotationIsReplaced() {
        String page = "before\n" + QuotedSection.BEGIN + "old\n" + QuotedSection.END + "after\n";

        assertThat(QuotedSection.of(page).with("new\n")).isEqualTo(page.replace("old", "new"));
    }

    @Test
    void aPageWithoutMarksIsRefused() {
        assertThatThrownBy(() -> QuotedSection.of("before\n")).isInstanceOf(BenchmarkException.class);
    }
}
