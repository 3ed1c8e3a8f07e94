package dev.remoteassistance.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the runnable jar in its own process, with a locale and a charset that have only ASCII characters. */
public final class ServerJar {

    private static final Path JAR = Path.of(System.getProperty("server.jar"));
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** Most processes end before the optimizing compiler pays off, and start sooner with the build's archive. */
    private static final List<String> OPTIONS = options();

    private ServerJar() {}

    /**
     * The output of a process.
     *
     * @param exitCode its exit code
     * @param out standard output
     * @param err error output
     */
    public record Result(int exitCode, String out, String err) {}

    public static Process start(Map<String, String> environment, String... arguments) throws IOException {
        return start(environment, null, arguments);
    }

    /** Starts the jar with its error output in a file: a log that nobody reads would fill its pipe. */
    public static Process startLoggingTo(Path log, Map<String, String> environment, String... arguments)
            throws IOException {
        return process(environment, null, arguments).redirectError(log.toFile()).start();
    }

    public static Process start(Map<String, String> environment, Path folder, String... arguments) throws IOException {
        return process(environment, folder, arguments).start();
    }

    private static ProcessBuilder process(Map<String, String> environment, Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(OPTIONS);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().keySet().removeIf(name -> name.startsWith("REMOTE_ASSISTANCE"));
        process.environment().put("LC_ALL", "C");
        process.environment().putAll(environment);
        process.directory(folder == null ? null : folder.toFile());
        return process;
    }

    private static List<String> options() {
        String classes = "classes-" + System.getProperty("java.runtime.version");
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1"));
        Map.of(".aot", "-XX:AOTCache=", ".jsa", "-XX:SharedArchiveFile=").forEach((ending, option) -> {
            Path archive = JAR.resolveSibling(classes + ending);
            if (Files.exists(archive)) {
                options.add(option + archive);
            }
        });
        return options;
    }

    public static Result run(String... arguments) throws Exception {
        return run(Map.of(), arguments);
    }

    public static Result run(Map<String, String> environment, String... arguments) throws Exception {
        return result(start(environment, arguments));
    }

    public static Result runIn(Path folder, Map<String, String> environment, String... arguments) throws Exception {
        return result(start(environment, folder, arguments));
    }

    private static Result result(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out, err);
    }

    /** Reads the output up to and including a line. */
    public static List<String> readUntil(BufferedReader out, String start) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
            if (line.startsWith(start)) {
                return lines;
            }
        }
        throw new IOException("The process ended without a line that starts with '%s': %s".formatted(start, lines));
    }

    /** Asks a process to end, as an operator does, and returns its exit code. */
    public static int stop(Process process) throws InterruptedException {
        process.destroy();
        return exitCode(process);
    }

    /** Waits for the end of a process. */
    static int exitCode(Process process) throws InterruptedException {
        if (!process.waitFor(Waiting.LONGEST_MILLIS, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The server did not stop in time");
        }
        return process.exitValue();
    }
}
