package dev.remoteassistance.benchmarks.postgres;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.process.Deadline;
import dev.remoteassistance.benchmarks.process.ProcFile;
import dev.remoteassistance.benchmarks.process.Signal;
import dev.remoteassistance.benchmarks.process.TemporaryFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL server on loopback that syncs every commit. It keeps its address and its data when it is restarted. */
public final class PostgresServer implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration START_UP = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(60);

    /** States the defaults on which durability depends, and sets memory and connections for the load. */
    private static final List<String> SETTINGS = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "shared_buffers=512MB",
            "max_connections=300",
            "unix_socket_directories=",
            "listen_addresses=127.0.0.1");

    private final PostgresAddress address;
    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;
    private Process process;

    private PostgresServer(PostgresAddress address, PostgresBinaries binaries, Path data, Path log) {
        this.address = address;
        this.binaries = binaries;
        this.data = data;
        this.log = log;
    }

    /** Creates a new server below an existing folder, and starts it. Its log is {@code postgres.log} there. */
    public static PostgresServer create(Path folder) {
        return create(folder, folder.resolve("data"));
    }

    /** Creates a new server with its data in another folder, which need not exist, and starts it. */
    public static PostgresServer create(Path folder, Path data) {
        PostgresServer server = new PostgresServer(
                PostgresAddress.choose(), PostgresBinaries.unpacked(), data, folder.resolve("postgres.log"));
        server.binaries.initialize(data, server.address, server.log);
        server.start();
        return server;
    }

    /** Returns another server beside this one with the same programs and users. It has no files yet. */
    PostgresServer twin() {
        return new PostgresServer(
                address.twin(), binaries, data.resolveSibling("twin"), log.resolveSibling("postgres-twin.log"));
    }

    /** Replaces its files with a copy of another server's, so that it starts as that server's standby. */
    void copyFrom(PostgresServer primary, String name) {
        TemporaryFolder.delete(data);
        PostgresCopy.make(primary.address, primary.data, data, name);
    }

    /** Starts the server after a stop, and waits until it takes connections. */
    public void start() {
        List<String> arguments =
                new ArrayList<>(List.of("-D", data.toString(), "-p", Integer.toString(address.port())));
        SETTINGS.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        process = binaries.start("postgres", arguments, log);
        Deadline deadline = new Deadline(START_UP);
        while (!address.takesConnections()) {
            if (!process.isAlive()) {
                throw new BenchmarkException("PostgreSQL has ended; see " + log);
            }
            deadline.pause(LOOK_AGAIN, () -> new BenchmarkException("PostgreSQL does not start; see " + log));
        }
    }

    /** Stops the server, and waits until it is gone. Data and address are kept. */
    public void stop(StopMode mode) {
        // If the main process is killed, its children end by themselves. Until then they use the data.
        List<ProcessHandle> children = process.descendants().toList();
        Signal.send(mode.signal(), process.pid());
        // Asks the process, not its handle: the handle may report the end before isAlive() does.
        new Deadline(STOP)
                .await(
                        () -> !process.isAlive() && children.stream().noneMatch(ProcessHandle::isAlive),
                        "PostgreSQL does not stop; see " + log);
    }

    public PostgresAddress address() {
        return address;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Returns the CPU time of all processes of the server since its last start. */
    public Duration cpuTime() {
        while (true) {
            Duration main = ProcFile.cpuTimeWithReapedChildren(process.pid());
            Duration all = process.children()
                    .map(child -> ProcFile.cpuTimeOrZero(child.pid()))
                    .reduce(main, Duration::plus);
            // Otherwise a child has just ended, and its time may not have been counted.
            if (ProcFile.cpuTimeWithReapedChildren(process.pid()).equals(main)) {
                return all;
            }
        }
    }

    /** Stops the server. The caller deletes the folder. */
    @Override
    public void close() {
        if (process != null && isAlive()) {
            stop(StopMode.FAST);
        }
    }
}
