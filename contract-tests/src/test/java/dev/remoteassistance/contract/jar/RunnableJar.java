package dev.remoteassistance.contract.jar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A runnable jar of the build, run in a process of its own, with a locale and charset that have only ASCII. */
record RunnableJar(Path file) {

    static final RunnableJar KIT = new RunnableJar(Path.of(System.getProperty("kit.jar")));
    static final RunnableJar SERVER = new RunnableJar(Path.of(System.getProperty("server.jar")));

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /**
     * The result of a process.
     *
     * @param exitCode its exit code
     * @param out standard output
     * @param err error output
     */
    record Result(int exitCode, String out, String err) {}

    /** Returns the command for a shell. */
    String command(String arguments) {
        return "'" + String.join("' '", java()) + "' " + arguments;
    }

    /** Most processes end before the optimizing compiler would pay off; the server starts sooner with the build's archive. */
    private List<String> java() {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        String classes = "classes-" + System.getProperty("java.runtime.version");
        Map.of(".aot", "-XX:AOTCache=", ".jsa", "-XX:SharedArchiveFile=").forEach((ending, option) -> {
            Path archive = file.resolveSibling(classes + ending);
            // The build makes none for the kit. One that an older build left would not fit.
            if (this == SERVER && Files.exists(archive)) {
                command.add(option + archive);
            }
        });
        command.addAll(List.of("-jar", file.toString()));
        return command;
    }

    Process start(List<String> arguments) throws IOException {
        List<String> command = java();
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("LC_ALL", "C");
        return process.start();
    }

    Result run(String... arguments) throws IOException, InterruptedException {
        Process process = start(List.of(arguments));
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        String out = text(process.getInputStream());
        return new Result(process.waitFor(), out, err.join());
    }

    /** Reads the output up to a line that begins like this, and returns the rest of that line. */
    static String awaitLine(Process process, String start) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(start)) {
                return line.substring(start.length());
            }
            lines.add(line);
        }
        throw new IOException("the process ended without a line that starts with '%s': %s".formatted(start, lines));
    }

    static void stop(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("the process did not stop in time");
        }
    }

    private static String text(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
