package dev.remoteassistance.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Copies measured figures into the pages that quote them. */
@Command(
        name = "quote",
        description = "Quotes what compare and fault hostile have written in the pages on speed and faults.")
public final class QuoteCommand implements Callable<Integer> {

    /** The files with figures, and the page that quotes each. */
    static final Map<Path, Path> PAGES = Map.of(
            Path.of("benchmarks", "results.md"), Path.of("docs", "speed.md"),
            Path.of("benchmarks", "hostile.md"), Path.of("docs", "faults.md"));

    @Override
    public Integer call() throws IOException {
        for (Map.Entry<Path, Path> quotation : PAGES.entrySet()) {
            Path source = quotation.getKey();
            Path page = quotation.getValue();
            QuotedSection section = QuotedSection.of(Files.readString(page), source);
            Files.writeString(page, section.with(Files.readString(source)));
        }
        return 0;
    }
}
