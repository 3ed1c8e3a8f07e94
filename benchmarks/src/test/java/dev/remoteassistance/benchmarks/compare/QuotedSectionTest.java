package dev.remoteassistance.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotedSectionTest {

    private static final Path PROJECT = Path.of(System.getProperty("project.folder"));

    private static final Path SOURCE = Path.of("benchmarks", "figures.md");

    @Test
    void thePagesQuoteTheResults() throws IOException {
        for (Map.Entry<Path, Path> quotation : QuoteCommand.PAGES.entrySet()) {
            String page = Files.readString(PROJECT.resolve(quotation.getValue()));
            String results = Files.readString(PROJECT.resolve(quotation.getKey()));

            assertThat(QuotedSection.of(page, quotation.getKey()).quoted())
                    .as("java -jar benchmarks/target/remote-assistance-benchmarks.jar quote")
                    .isEqualTo(results);
        }
    }

    @Test
    void onlyTheQuotationIsReplaced() {
        String page = "before\n" + QuotedSection.begin(SOURCE) + "old\n" + QuotedSection.END + "after\n";

        assertThat(QuotedSection.of(page, SOURCE).with("new\n")).isEqualTo(page.replace("old", "new"));
    }

    @Test
    void aPageWithoutMarksIsRefused() {
        assertThatThrownBy(() -> QuotedSection.of("before\n", SOURCE)).isInstanceOf(BenchmarkException.class);
    }
}
