package dev.remoteassistance.benchmarks.subject;

import dev.remoteassistance.benchmarks.process.JavaProgram;
import dev.remoteassistance.benchmarks.process.ProcFile;
import dev.remoteassistance.benchmarks.process.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Starts, measures and stops a target and its store. */
public final class RunningTarget implements AutoCloseable {

    private final Target target;
    private final TargetStore store;
    private final JavaProgram program;
    private final Path logFolder;
    private ServerProcess process;
    private URI operation;

    RunningTarget(Target target, TargetStore store, JavaProgram program, Path logFolder) {
        this.target = target;
        this.store = store;
        this.program = program;
        this.logFolder = logFolder;
    }

    /** Starts the target once, so that it makes its schema and an archive of its classes, and stops it. */
    public void prepare(FirstReport first) {
        start(first, program.with("-XX:ArchiveClassesAtExit=" + classArchive()));
        close();
    }

    /** Starts the target, and returns the time until it answered the first report with 204. */
    public Duration start(FirstReport first) {
        return start(first, program);
    }

    /** Starts the target with the archive of its classes, and returns the time as {@link #start} does. */
    public Duration startFromClassArchive(FirstReport first) {
        return start(first, program.with("-XX:SharedArchiveFile=" + classArchive()));
    }

    private Path classArchive() {
        return logFolder.resolve(target.key() + ".jsa");
    }

    private Duration start(FirstReport first, JavaProgram program) {
        long start = System.nanoTime();
        process = ServerProcess.start(program, logFolder);
        URI root = Optional.ofNullable(program.environment().get(TargetPrograms.PEER_PORT))
                .map(port -> URI.create("http://127.0.0.1:" + port))
                .orElseGet(process::baseUri);
        operation = root.resolve(first.path());
        first.sendUntilStored(operation, process);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    public Target target() {
        return target;
    }

    /** Brings the target's store into the state that it would have after running for long. */
    public void settle() {
        store.settle();
    }

    /** Returns the URL to which reports are posted. */
    public URI operation() {
        return operation;
    }

    public long residentBytes() {
        return ProcFile.residentBytes(process.pid());
    }

    /** Returns the CPU time of the target's own process. */
    public Duration serverCpuTime() {
        return ProcFile.cpuTime(process.pid());
    }

    /** Returns the CPU time of the database's processes; zero if there are none. */
    public Duration databaseCpuTime() {
        return store.cpuTime();
    }

    public boolean isDurable() {
        return !(store instanceof TargetStore.None);
    }

    public boolean usesPostgres() {
        return store instanceof TargetStore.Postgres;
    }

    /** Returns the size of the store on disk. It is exact only while the target is stopped. */
    public long storeBytes() {
        return store.bytes();
    }

    /** Returns the number of stored reports. */
    public long storedReports() {
        return store.reports();
    }

    /** Stops the process. The store keeps its reports. */
    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
