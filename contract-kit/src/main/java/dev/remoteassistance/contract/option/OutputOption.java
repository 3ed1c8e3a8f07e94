package dev.remoteassistance.contract.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Option for the place that a command writes its result to. */
public final class OutputOption {

    @Option(names = "--out", paramLabel = "FILE", description = "Writes to a file. Default: to the standard output")
    private Path file;

    /**
     * Writes a text.
     *
     * @throws NoVerdictException if it cannot be written, since nobody would read the verdict
     */
    public void write(PrintWriter console, String text) {
        if (file == null) {
            console.print(text);
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new NoVerdictException("cannot write " + file);
        }
    }
}
