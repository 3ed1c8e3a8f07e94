package dev.remoteassistance.server;

import java.io.IOException;

/** A server that runs until the process is asked to end. */
public final class ServerProcess {

    private final RemoteAssistanceServer server;

    private ServerProcess(RemoteAssistanceServer server) {
        this.server = server;
    }

    /** Opens the ports. */
    public static ServerProcess start(RemoteAssistanceServer server) {
        return start(server, () -> {});
    }

    /**
     * Opens the ports.
     *
     * @param last runs after the server is closed
     */
    public static ServerProcess start(RemoteAssistanceServer server, Runnable last) {
        try {
            server.start();
        } catch (IOException e) {
            server.close();
            throw new FailedException(
                    "The server cannot start: %s. Is another program using that port? Both ports, of the API and of management, "
                                    .formatted(e.getMessage())
                            + "can be chosen; 0 picks a free one.");
        }
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            last.run();
                        },
                        "shutdown"));
        return new ServerProcess(server);
    }

    /** Waits for the end, and returns the exit code. */
    public int join() throws InterruptedException {
        server.join();
        return picocli.CommandLine.ExitCode.OK;
    }
}
