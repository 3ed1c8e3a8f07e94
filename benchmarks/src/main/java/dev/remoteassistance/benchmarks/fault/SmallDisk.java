package dev.remoteassistance.benchmarks.fault;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of a few megabytes, that a file of ballast fills. It is in memory; only its size matters here. */
final class SmallDisk implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final Path folder;
    private final Path ballast;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.ballast = folder.resolve("ballast");
    }

    /**
     * Mounts one.
     *
     * @throws NotPermittedException if this user may not
     */
    static SmallDisk mount(Path folder, int megabytes) {
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
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Fills the disk until only a few bytes are free, which are the load's to fill. */
    void fill(long leaveBytes) {
        try (OutputStream file = Files.newOutputStream(ballast)) {
            while (freeBytes() > leaveBytes + CHUNK) {
                file.write(new byte[CHUNK]);
            }
        } catch (IOException e) {
            throw new BenchmarkException("the ballast cannot be written", e);
        }
    }

    long freeBytes() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new BenchmarkException(folder + " cannot be looked at", e);
        }
    }

    /** Throws the ballast off. */
    void empty() {
        try {
            Files.delete(ballast);
        } catch (IOException e) {
            throw new BenchmarkException("the ballast cannot be removed", e);
        }
    }

    @Override
    public void close() {
        String refusal = run("umount", "--lazy", folder.toString());
        if (!refusal.isEmpty()) {
            throw new BenchmarkException(folder + " cannot be unmounted: " + refusal);
        }
    }

    /** Returns why a program failed; nothing if it did not. */
    private static String run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? "" : output.isEmpty() ? command[0] + " failed" : output;
        } catch (IOException e) {
            return e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
