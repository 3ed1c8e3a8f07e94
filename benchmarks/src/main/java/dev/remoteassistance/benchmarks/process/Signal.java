package dev.remoteassistance.benchmarks.process;

import java.io.IOException;
import java.util.List;

/** Sends signals to processes that Java's own methods cannot send. */
public final class Signal {

    private Signal() {}

    /** @param name name of the signal, without SIG */
    public static void send(String name, long pid) {
        try {
            ToolRun.of(List.of("sh", "-c", "kill -%s %d".formatted(name, pid)));
        } catch (IOException e) {
            throw new BenchmarkException("no signal can be sent: " + e.getMessage(), e);
        }
    }
}
