package dev.remoteassistance.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder for stores and logs. It is deleted when it is closed. */
public final class TemporaryFolder implements AutoCloseable {

    private final Path path;
    private boolean kept;

    private TemporaryFolder(Path path) {
        this.path = path;
    }

    public static TemporaryFolder create() {
        try {
            TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory("remote-assistance-benchmarks-"));
            ExitActions.add(folder::close);
            return folder;
        } catch (IOException e) {
            throw new BenchmarkException("no temporary folder can be made: " + e.getMessage(), e);
        }
    }

    public Path path() {
        return path;
    }

    /** Keeps the folder when it is closed. */
    public synchronized void keep() {
        kept = true;
    }

    /** Deletes the folder and everything in it, unless it is to be kept. */
    @Override
    public synchronized void close() {
        if (!kept) {
            delete(path);
        }
    }

    /** Deletes a folder and everything in it, if it exists. */
    public static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                // Processes that have just been stopped may delete their files themselves.
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException | IOException e) {
            throw new BenchmarkException(path + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
