package dev.remoteassistance.benchmarks.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A short program that was run to its end.
 *
 * @param exitCode its exit code
 * @param output what it printed, to the error output as well
 */
public record ToolRun(int exitCode, String output) {

    /**
     * Runs a program that is on the PATH, or named by its path.
     *
     * @throws IOException if there is no such program
     */
    public static ToolRun of(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new ToolRun(process.waitFor(), output);
        } catch (InterruptedException e) {
            throw Deadline.interrupted(e);
        }
    }

    /** Returns what a program of this JDK prints; it must not fail. */
    public static String ofJdk(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", program).toString());
        command.addAll(arguments);
        try {
            ToolRun run = of(command);
            if (run.exitCode() != 0) {
                throw new BenchmarkException("%s failed: %s".formatted(program, run.output()));
            }
            return run.output();
        } catch (IOException e) {
            throw new BenchmarkException("%s cannot be run; a JDK is needed: %s".formatted(program, e.getMessage()), e);
        }
    }
}
