package dev.remoteassistance.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for stores and logs that is gone when it is closed. */
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

    /** Leaves the folder where it is when it is closed. */
    public synchronized void keep() {
        kept = true;
    }

    /** Deletes the folder with all that is in it, unless that has been done or is being done. */
    @Override
    public synchronized void close() {
        if (!kept) {
            delete(path);
        }
    }

    /** Deletes a folder with all that is in it; nothing if it is not there. */
    public static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                // Processes that have just been stopped may take their files away themselves.
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException | IOException e) {
            throw new BenchmarkException(path + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}
