package dev.remoteassistance.benchmarks.process;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Runs actions before this program ends, also when it is interrupted, so that no servers are left behind. */
public final class ExitActions {

    private static final Deque<Runnable> ACTIONS = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ExitActions::run, "exit-actions"));
    }

    private ExitActions() {}

    /** Adds an action. It must do no harm if nothing is left to do. The last one added runs first. */
    public static synchronized void add(Runnable action) {
        ACTIONS.push(action);
    }

    /** Starts a process that is killed when this program ends. */
    public static Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        add(() -> kill(process));
        return process;
    }

    private static synchronized void run() {
        for (Runnable action : ACTIONS) {
            try {
                action.run();
            } catch (BenchmarkException e) {
                // The other actions still have to run.
                System.err.printf("Something is left behind: %s%n", e.getMessage());
            }
        }
    }

    private static void kill(Process process) {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw Deadline.interrupted(e);
        }
    }
}
