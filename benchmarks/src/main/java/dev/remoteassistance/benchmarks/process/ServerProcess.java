package dev.remoteassistance.benchmarks.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server as a child process. Its output goes to files, so that it never waits for a reader. */
public final class ServerProcess implements AutoCloseable {

    /** Matches whole lines only, because a program may print a line in pieces. */
    private static final Pattern API = Pattern.compile("Listening on:? (https?://\\S+).*\\R");

    private static final Pattern MANAGEMENT = Pattern.compile("Management on (https?://\\S+).*\\R");
    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);
    private static final Duration START_UP = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration HEALTH = Duration.ofSeconds(20);
    private static final int QUOTED_CHARACTERS = 2_000;

    private final String name;
    private final Process process;
    private final Path output;
    private final Path errors;

    private ServerProcess(String name, Process process, Path output, Path errors) {
        this.name = name;
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** Starts a program without waiting for it. Its output goes to {@code NAME.out} and {@code NAME.err}. */
    public static ServerProcess start(JavaProgram program, Path logFolder) {
        Path output = logFolder.resolve(program.name() + ".out");
        Path errors = logFolder.resolve(program.name() + ".err");
        ProcessBuilder builder = program.builder();
        builder.redirectOutput(output.toFile());
        // A restarted server appends to its log.
        builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        try {
            return new ServerProcess(program.name(), ExitActions.start(builder), output, errors);
        } catch (IOException e) {
            throw new BenchmarkException("%s cannot be started: %s".formatted(program.name(), e.getMessage()), e);
        }
    }

    /** Waits until the server has printed the root on which it listens, and returns it. */
    public URI baseUri() {
        return printed(API);
    }

    /** Waits until our server has printed the address of health and metrics, and returns it. */
    public URI managementUri() {
        return printed(MANAGEMENT);
    }

    /** Waits until our server is ready. */
    public ServerProcess awaitReady() {
        Deadline deadline = new Deadline(START_UP);
        while (health("ready") != 200) {
            deadline.pause(LOOK_AGAIN, () -> failure("is not ready after " + START_UP.toSeconds() + " s"));
        }
        return this;
    }

    /** Returns the status of {@code /health/ready} or {@code /health/live}; 0 if there is no answer. */
    public int health(String check) {
        return HttpProbe.status(HttpRequest.newBuilder(managementUri().resolve("/health/" + check))
                .timeout(HEALTH)
                .build());
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks the process to end (SIGTERM), without waiting for it. */
    public void terminate() {
        process.destroy();
    }

    /** Ends the process at once (SIGKILL), and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(STOP);
    }

    /** Waits for the end of the process, and returns the exit code; empty if it has not ended by then. */
    public OptionalInt awaitExit(Duration time) {
        return Deadline.exitCode(process, time);
    }

    /** Returns the error output of the process, which includes its log. */
    public String errors() {
        return text(errors);
    }

    /** Asks the process to end, and kills it if it does not. */
    @Override
    public void close() {
        terminate();
        if (awaitExit(STOP).isEmpty()) {
            kill();
        }
    }

    private URI printed(Pattern pattern) {
        Deadline deadline = new Deadline(START_UP);
        while (true) {
            Matcher matcher = pattern.matcher(text(output));
            if (matcher.find()) {
                return URI.create(matcher.group(1));
            }
            if (!isAlive()) {
                throw failure("has ended");
            }
            deadline.pause(LOOK_AGAIN, () -> failure("does not say where it listens"));
        }
    }

    /** Returns an exception about the server, with the end of its output in the message. */
    public BenchmarkException failure(String what) {
        String said = text(output) + errors();
        return new BenchmarkException("%s %s: %s"
                .formatted(name, what, said.substring(Math.max(0, said.length() - QUOTED_CHARACTERS))));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BenchmarkException(file + " cannot be read", e);
        }
    }
}
