package dev.remoteassistance.benchmarks.testbed;

import dev.remoteassistance.benchmarks.process.JavaProgram;
import dev.remoteassistance.benchmarks.process.ProcFile;
import dev.remoteassistance.benchmarks.process.ServerProcess;
import dev.remoteassistance.benchmarks.process.Signal;
import dev.remoteassistance.benchmarks.process.ToolRun;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Our server, which can be restarted by the same command line. Each start gives it another port. */
public final class RestartableServer implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(60);

    private final JavaProgram program;
    private final Path logFolder;
    private final String path = ReportOperation.find().path();
    private volatile ServerProcess process;
    private volatile URI operation;

    RestartableServer(JavaProgram program, Path logFolder) {
        this.program = program;
        this.logFolder = logFolder;
    }

    /** Starts the server, and returns the time until it was ready. */
    public Duration start() {
        long start = System.nanoTime();
        process = ServerProcess.start(program, logFolder).awaitReady();
        operation = process.baseUri().resolve(path);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Returns the URL to which reports are posted. */
    public URI operation() {
        return operation;
    }

    /** Returns the root to which the contract's paths are appended. */
    public URI root() {
        return operation.resolve("/");
    }

    public String name() {
        return program.name();
    }

    /** Returns the status of {@code /health/ready} or {@code /health/live}; 0 if there is no answer. */
    public int health(String check) {
        return process.health(check);
    }

    /** Causes a full collection, and returns the bytes of the live objects. */
    public long liveHeapBytes() {
        // The last line has the totals: instances and bytes.
        String[] histogram = ToolRun.ofJdk("jcmd", List.of(Long.toString(process.pid()), "GC.class_histogram"))
                .strip()
                .split("\\s+");
        return Long.parseLong(histogram[histogram.length - 1]);
    }

    /** Returns the number of lines of stack traces in the log. */
    public long stackTraces() {
        return process.errors().lines().filter(line -> line.startsWith("\tat ")).count();
    }

    /** Stops the process (SIGSTOP), which keeps its connections and locks. */
    public void freeze() {
        Signal.send("STOP", process.pid());
    }

    /** Lets the process go on (SIGCONT). */
    public void thaw() {
        Signal.send("CONT", process.pid());
    }

    public int threads() {
        return ProcFile.threads(process.pid());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Kills the server (SIGKILL). */
    public void kill() {
        process.kill();
    }

    /** Asks the server to end (SIGTERM), and returns the exit code; empty if it does not end. */
    public OptionalInt terminate() {
        process.terminate();
        return process.awaitExit(STOP);
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
