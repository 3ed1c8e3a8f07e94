package dev.remoteassistance.benchmarks.subject;

import dev.remoteassistance.benchmarks.process.JavaProgram;
import dev.remoteassistance.benchmarks.process.ProcFile;
import dev.remoteassistance.benchmarks.process.ServerProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A target with its store, that is started, measured and stopped. */
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

    /** Starts the target for the first time, so that it makes its schema and an archive of its classes, and stops it. */
    public void prepare(FirstReport first) {
        start(first, program.with("-XX:ArchiveClassesAtExit=" + classArchive()));
        close();
    }

    /** Starts the target, and returns the time until it answered the first report with 204. */
    public Duration start(FirstReport first) {
        return start(first, program);
    }

    /** The same, with the archive of its classes. */
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

    /** Brings the target's store into the state of one that has been running for long. */
    public void settle() {
        store.settle();
    }

    /** Where reports are posted. */
    public URI operation() {
        return operation;
    }

    public long residentBytes() {
        return ProcFile.residentBytes(process.pid());
    }

    /** The time that the target's own process has been on a core. */
    public Duration serverCpuTime() {
        return ProcFile.cpuTime(process.pid());
    }

    /** The time that the database's processes have been on a core; zero if there are none. */
    public Duration databaseCpuTime() {
        return store.cpuTime();
    }

    public boolean isDurable() {
        return !(store instanceof TargetStore.None);
    }

    public boolean usesPostgres() {
        return store instanceof TargetStore.Postgres;
    }

    /** Size of the store on disk; right when the target is stopped. */
    public long storeBytes() {
        return store.bytes();
    }

    /** Reports in the store. */
    public long storedReports() {
        return store.reports();
    }

    /** Stops the process; the store stays as it is. */
    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
