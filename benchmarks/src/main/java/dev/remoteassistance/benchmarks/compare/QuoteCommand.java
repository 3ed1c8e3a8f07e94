package dev.remoteassistance.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Quotes the results of a comparison in the README. */
@Command(name = "readme", description = "Quotes the page that compare has written in the README.")
public final class ReadmeCommand implements Callable<Integer> {

    static final Path RESULTS = Path.of("benchmarks", "results.md");
    static final Path README = Path.of("README.md");

    @Option(names = "--results", description = "The page; ${DEFAULT-VALUE} by default.")
    private Path results = RESULTS;

    @Option(names = "--readme", description = "Where to quote it; ${DEFAULT-VALUE} by default.")
    private Path readme = README;

    @Override
    public Integer call() throws IOException {
        ReadmeSection section = ReadmeSection.of(Files.readString(readme));
        Files.writeString(readme, section.with(Files.readString(results)));
        return 0;
    }
}
