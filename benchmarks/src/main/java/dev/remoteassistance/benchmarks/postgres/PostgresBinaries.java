package dev.remoteassistance.benchmarks.postgres;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.process.Deadline;
import dev.remoteassistance.benchmarks.process.ExitActions;
import dev.remoteassistance.benchmarks.process.TemporaryFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's programs, unpacked from a jar once for all servers of this program. */
final class PostgresBinaries {

    private static final Duration INITIALIZATION = Duration.ofSeconds(60);

    private static PostgresBinaries unpacked;

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** Returns the programs, in a temporary folder that is deleted when this program ends. */
    static synchronized PostgresBinaries unpacked() {
        if (unpacked == null) {
            unpacked = unpack(TemporaryFolder.create().path());
        }
        return unpacked;
    }

    private static PostgresBinaries unpack(Path folder) {
        String name = "/postgres-linux-%s.txz"
                .formatted(System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64");
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(name)) {
            if (archive == null) {
                throw new BenchmarkException("No PostgreSQL for this machine is in the jar: " + name);
            }
            Process tar = new ProcessBuilder("tar", "-xJ", "-C", folder.toString())
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (OutputStream input = tar.getOutputStream()) {
                archive.transferTo(input);
            }
            if (tar.waitFor() != 0) {
                throw new BenchmarkException("PostgreSQL cannot be unpacked: tar and xz are needed");
            }
            return new PostgresBinaries(folder);
        } catch (IOException e) {
            throw new BenchmarkException("PostgreSQL cannot be unpacked: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw Deadline.interrupted(e);
        }
    }

    /** Makes the files of a new server, which asks for its password. */
    void initialize(Path data, PostgresAddress address, Path log) {
        Path passwordFile = log.resolveSibling("password");
        try {
            Files.writeString(passwordFile, address.password());
            List<String> arguments = List.of(
                    "--pgdata=" + data,
                    "--username=" + address.user(),
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C");
            if (Deadline.exitCode(start("initdb", arguments, log), INITIALIZATION)
                            .orElse(1)
                    != 0) {
                throw new BenchmarkException("initdb failed; see " + log);
            }
            Files.delete(passwordFile);
        } catch (IOException e) {
            throw new BenchmarkException("PostgreSQL cannot be set up: " + e.getMessage(), e);
        }
    }

    /** Starts one of the programs, which writes to a log. */
    Process start(String program, List<String> arguments, Path log) {
        try {
            return ExitActions.start(new ProcessBuilder(command(program, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
        } catch (IOException e) {
            throw new BenchmarkException(program + " cannot be run: " + e.getMessage(), e);
        }
    }

    private List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root. In its own user namespace it runs as nobody.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }
}
