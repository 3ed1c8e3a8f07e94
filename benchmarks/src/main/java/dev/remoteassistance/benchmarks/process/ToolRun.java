package dev.remoteassistance.benchmarks.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of a short program that has ended.
 *
 * @param exitCode its exit code
 * @param output its standard output and error output
 */
public record ToolRun(int exitCode, String output) {

    /**
     * Runs a program from the PATH, or one that is named by its path, to its end.
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

    /** Runs a program of this JDK, which must not fail, and returns its output. */
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
