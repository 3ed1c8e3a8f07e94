package dev.remoteassistance.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Quotes the results of a comparison in the page on speed. */
@Command(name = "quote", description = "Quotes the results that compare has written in the page on speed.")
public final class QuoteCommand implements Callable<Integer> {

    static final Path RESULTS = Path.of("benchmarks", "results.md");
    static final Path PAGE = Path.of("docs", "speed.md");

    @Option(names = "--results", description = "The results; ${DEFAULT-VALUE} by default.")
    private Path results = RESULTS;

    @Option(names = "--page", description = "Where to quote them; ${DEFAULT-VALUE} by default.")
    private Path page = PAGE;

    @Override
    public Integer call() throws IOException {
        QuotedSection section = QuotedSection.of(Files.readString(page));
        Files.writeString(page, section.with(Files.readString(results)));
        return 0;
    }
}
