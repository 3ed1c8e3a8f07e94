package dev.remoteassistance.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Reads from Linux what is known about a process. */
public final class ProcFile {

    /** The kernel counts in hundredths of a second on every platform on which Java runs. */
    private static final int MILLIS_PER_TICK = 10;

    private static final long BYTES_PER_KILOBYTE = 1024;
    /** Positions in /proc/PID/stat, counted after the name, which may contain blanks. */
    private static final int USER_TICKS = 11;

    private static final int SYSTEM_TICKS = 12;
    private static final int REAPED_USER_TICKS = 13;
    private static final int REAPED_SYSTEM_TICKS = 14;

    private ProcFile() {}

    /** Returns the CPU time of a process, in user and system mode. */
    public static Duration cpuTime(long pid) {
        String[] stat = stat(pid);
        return ticks(stat, USER_TICKS).plus(ticks(stat, SYSTEM_TICKS));
    }

    /** Returns the CPU time of a process and of its children that have ended. */
    public static Duration cpuTimeWithReapedChildren(long pid) {
        String[] stat = stat(pid);
        return ticks(stat, USER_TICKS)
                .plus(ticks(stat, SYSTEM_TICKS))
                .plus(ticks(stat, REAPED_USER_TICKS))
                .plus(ticks(stat, REAPED_SYSTEM_TICKS));
    }

    /** Returns the CPU time of a process; zero if it has just ended, because its parent's time includes it then. */
    public static Duration cpuTimeOrZero(long pid) {
        try {
            return cpuTime(pid);
        } catch (BenchmarkException e) {
            return Duration.ZERO;
        }
    }

    /** Returns the memory of a process that is in RAM now. */
    public static long residentBytes(long pid) {
        return status(pid, "VmRSS") * BYTES_PER_KILOBYTE;
    }

    /** Returns the peak of a process's memory in RAM. */
    public static long peakResidentBytes(long pid) {
        return status(pid, "VmHWM") * BYTES_PER_KILOBYTE;
    }

    /** Returns the number of threads of a process. */
    public static int threads(long pid) {
        return (int) status(pid, "Threads");
    }

    private static long status(long pid, String name) {
        return read(pid, "status")
                .lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new BenchmarkException("process " + pid + " has ended"));
    }

    private static String[] stat(long pid) {
        String stat = read(pid, "stat");
        return stat.substring(stat.lastIndexOf(')') + 2).trim().split(" ");
    }

    private static Duration ticks(String[] stat, int place) {
        return Duration.ofMillis(Long.parseLong(stat[place]) * MILLIS_PER_TICK);
    }

    private static String read(long pid, String name) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), name));
        } catch (IOException e) {
            throw new BenchmarkException("process %d cannot be looked at: %s".formatted(pid, e.getMessage()), e);
        }
    }
}
