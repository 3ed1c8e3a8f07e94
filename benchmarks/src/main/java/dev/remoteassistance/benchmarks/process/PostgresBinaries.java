package dev.remoteassistance.benchmarks.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's programs, unpacked from a jar. */
final class PostgresBinaries {

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** Unpacks the programs into a new folder. */
    static PostgresBinaries unpack(Path folder) {
        String name = "/postgres-linux-%s.txz"
                .formatted(System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64");
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(name)) {
            if (archive == null) {
                throw new BenchmarkException("No PostgreSQL for this machine is in the jar: " + name);
            }
            Files.createDirectories(folder);
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

    /** Returns the command line of one of the programs. */
    List<String> command(String program, List<String> arguments) {
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
