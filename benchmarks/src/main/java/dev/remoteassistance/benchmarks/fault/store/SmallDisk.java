package dev.remoteassistance.benchmarks.fault.store;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.process.ExitActions;
import dev.remoteassistance.benchmarks.process.ToolRun;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small disk in memory that can be filled by a file of ballast. Only its size matters here. */
public final class SmallDisk implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final Path ballast;
    private boolean mounted = true;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /**
     * Mounts a disk.
     *
     * @throws NotPermittedException if this user may not mount one
     */
    public static SmallDisk mount(Path folder, int megabytes) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BenchmarkException(folder + " cannot be made", e);
        }
        String refusal = run("mount", "-t", "tmpfs", "-o", "size=%dm".formatted(megabytes), "tmpfs", folder.toString());
        if (!refusal.isEmpty()) {
            throw new NotPermittedException(
                    "A small disk cannot be mounted here (%s). Be root, or run the command below: unshare -rm"
                            .formatted(refusal));
        }
        SmallDisk disk = new SmallDisk(folder);
        ExitActions.add(disk::close);
        return disk;
    }

    public Path folder() {
        return folder;
    }

    /** Fills the disk until only these bytes are free, which the load will fill. */
    public void fill(long leaveBytes) {
        try (OutputStream file = Files.newOutputStream(ballast)) {
            while (freeBytes() > leaveBytes + CHUNK) {
                file.write(new byte[CHUNK]);
            }
        } catch (IOException e) {
            throw new BenchmarkException("the ballast cannot be written", e);
        }
    }

    public long freeBytes() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new BenchmarkException(folder + " cannot be looked at", e);
        }
    }

    /** Deletes the ballast. */
    public void empty() {
        try {
            Files.delete(ballast);
        } catch (IOException e) {
            throw new BenchmarkException("the ballast cannot be removed", e);
        }
    }

    @Override
    public synchronized void close() {
        if (!mounted) {
            return;
        }
        mounted = false;
        String refusal = run("umount", "--lazy", folder.toString());
        if (!refusal.isEmpty()) {
            throw new BenchmarkException(folder + " cannot be unmounted: " + refusal);
        }
    }

    /** Runs a program, and returns the reason if it fails; an empty text if it succeeds. */
    private static String run(String... command) {
        try {
            ToolRun run = ToolRun.of(List.of(command));
            String output = run.output().strip();
            return run.exitCode() == 0 ? "" : output.isEmpty() ? command[0] + " failed" : output;
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
