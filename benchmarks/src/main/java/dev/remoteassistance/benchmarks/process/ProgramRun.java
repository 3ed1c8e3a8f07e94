package dev.remoteassistance.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The result of a program that has ended.
 *
 * @param exitCode its exit code
 * @param time how long it took
 * @param peakBytes its peak resident memory
 * @param errors its error output
 */
public record ProgramRun(int exitCode, Duration time, long peakBytes, String errors) {

    private static final int LOOK_AGAIN_MILLIS = 10;

    /** Runs a program to its end. Passes each line that it prints to the consumer, and keeps none. */
    public static ProgramRun of(JavaProgram program, Path logFolder, Consumer<String> lines) {
        Path errors = logFolder.resolve(program.name() + ".err");
        ProcessBuilder builder = program.builder();
        builder.redirectError(errors.toFile());
        long start = System.nanoTime();
        try {
            Process process = builder.start();
            AtomicLong peak = new AtomicLong();
            Thread watcher = new Thread(() -> watch(process, peak), "peak-memory");
            watcher.start();
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.accept(line);
                }
            }
            int exitCode = process.waitFor();
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            watcher.join();
            return new ProgramRun(exitCode, time, peak.get(), Files.readString(errors));
        } catch (IOException e) {
            throw new BenchmarkException("%s cannot be run: %s".formatted(program.name(), e.getMessage()), e);
        } catch (InterruptedException e) {
            throw Deadline.interrupted(e);
        }
    }

    /** Polls the peak while the process runs, because the kernel forgets it when the process ends. */
    private static void watch(Process process, AtomicLong peak) {
        try {
            while (!process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                peak.set(ProcFile.peakResidentBytes(process.pid()));
            }
        } catch (BenchmarkException hasJustEnded) {
            // The last value stays.
        } catch (InterruptedException e) {
            throw Deadline.interrupted(e);
        }
    }
}
