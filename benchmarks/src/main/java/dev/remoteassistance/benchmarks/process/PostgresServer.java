package dev.remoteassistance.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
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

    private final PostgresAddress address = PostgresAddress.choose();
    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;
    private Process process;

    private PostgresServer(Path folder, Path data) {
        this.data = data;
        this.log = folder.resolve("postgres.log");
        this.binaries = PostgresBinaries.unpack(folder.resolve("program"));
    }

    /** Creates a new server below an existing folder, and starts it. Its log is {@code postgres.log} there. */
    public static PostgresServer create(Path folder) {
        return create(folder, folder.resolve("data"));
    }

    /** Creates a new server with its data in another folder, which need not exist, and starts it. */
    public static PostgresServer create(Path folder, Path data) {
        PostgresServer server = new PostgresServer(folder, data);
        server.initialize(folder.resolve("password"));
        server.start();
        return server;
    }

    /** Starts the server after a stop, and waits until it takes connections. */
    public void start() {
        List<String> arguments =
                new ArrayList<>(List.of("-D", data.toString(), "-p", Integer.toString(address.port())));
        SETTINGS.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        process = run(binaries.command("postgres", arguments));
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
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        run(List.of("sh", "-c", "kill -%s %d".formatted(mode.signal(), process.pid())));
        // If the main process is killed, the others end by themselves, but use the data until then.
        Deadline deadline = new Deadline(STOP);
        while (all.stream().anyMatch(ProcessHandle::isAlive)) {
            deadline.pause(LOOK_AGAIN, () -> new BenchmarkException("PostgreSQL does not stop; see " + log));
        }
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
        if (isAlive()) {
            stop(StopMode.FAST);
        }
    }

    private void initialize(Path passwordFile) {
        try {
            Files.writeString(passwordFile, address.password());
            List<String> arguments = List.of(
                    "--pgdata=" + data,
                    "--username=" + address.user(),
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C");
            if (Deadline.exitCode(run(binaries.command("initdb", arguments)), START_UP)
                            .orElse(1)
                    != 0) {
                throw new BenchmarkException("initdb failed; see " + log);
            }
            Files.delete(passwordFile);
        } catch (IOException e) {
            throw new BenchmarkException("PostgreSQL cannot be set up: " + e.getMessage(), e);
        }
    }

    private Process run(List<String> command) {
        try {
            return ExitActions.start(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
        } catch (IOException e) {
            throw new BenchmarkException(command.get(0) + " cannot be run: " + e.getMessage(), e);
        }
    }
}
