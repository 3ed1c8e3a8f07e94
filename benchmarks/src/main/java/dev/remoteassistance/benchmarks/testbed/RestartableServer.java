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

/** Our server, that is started again and again by the same command line. Its port is another each time. */
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

    /** Starts it, and returns the time until it said that it is ready. */
    public Duration start() {
        long start = System.nanoTime();
        process = ServerProcess.start(program, logFolder).awaitReady();
        operation = process.baseUri().resolve(path);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Where reports are posted. */
    public URI operation() {
        return operation;
    }

    /** What the contract's paths are appended to. */
    public URI root() {
        return operation.resolve("/");
    }

    public String name() {
        return program.name();
    }

    /** The status of {@code /health/ready} or {@code /health/live}; 0 if there is no answer. */
    public int health(String check) {
        return process.health(check);
    }

    /** Bytes of the objects that are left after a full collection, which this causes. */
    public long liveHeapBytes() {
        // The last line tells the totals: instances, bytes.
        String[] histogram = ToolRun.ofJdk("jcmd", List.of(Long.toString(process.pid()), "GC.class_histogram"))
                .strip()
                .split("\\s+");
        return Long.parseLong(histogram[histogram.length - 1]);
    }

    /** Lines of stack traces in the log. */
    public long stackTraces() {
        return process.errors().lines().filter(line -> line.startsWith("\tat ")).count();
    }

    /** SIGSTOP: the process stands still, and keeps what it has. */
    public void freeze() {
        Signal.send("STOP", process.pid());
    }

    /** SIGCONT: the process goes on. */
    public void thaw() {
        Signal.send("CONT", process.pid());
    }

    public int threads() {
        return ProcFile.threads(process.pid());
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    public void kill() {
        process.kill();
    }

    /** SIGTERM; returns the exit code, or none if it does not end. */
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
