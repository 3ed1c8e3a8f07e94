package dev.remoteassistance.contract.source;

import dev.remoteassistance.contract.option.NoVerdictException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runs the {@code git} on the PATH. Its exit code tells whether it failed; its error messages are discarded.
 *
 * @param folder where it runs
 */
record GitCommand(Path folder) {

    /** Returns what a command printed; empty if its exit code is not 0. */
    Optional<byte[]> run(String... arguments) {
        List<String> line = new ArrayList<>(List.of("git"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        // The gate only reads, so git must neither ask for passwords nor take locks.
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        try {
            Process git = builder.start();
            git.getOutputStream().close();
            byte[] printed = git.getInputStream().readAllBytes();
            return git.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
        } catch (IOException e) {
            throw new NoVerdictException("git cannot be run: is it on the PATH?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while git ran"));
        }
    }

    /** Returns the one line that a command printed. */
    Optional<String> line(String... arguments) {
        return run(arguments).map(printed -> new String(printed, StandardCharsets.UTF_8).strip());
    }
}
