package dev.remoteassistance.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Consumer;

/** Runs a server until the process is asked to end. */
public final class ServerProcess {

    private ServerProcess() {}

    /**
     * Opens the ports, prints their addresses, and returns when the server is closed.
     *
     * @param out where the addresses are printed, for people
     * @param announce prints what the command adds to the addresses
     * @param last runs after the server is closed
     */
    public static void run(
            RemoteAssistanceServer server, PrintWriter out, Consumer<PrintWriter> announce, Runnable last)
            throws InterruptedException {
        try {
            server.start();
        } catch (IOException e) {
            server.close();
            throw new FailedException(
                    "The server cannot start: %s. Is another program using that port? Both ports, of the API and of management, "
                                    .formatted(e.getMessage())
                            + "can be chosen; 0 picks a free one.");
        }
        Thread shutdown = new Thread(
                () -> {
                    server.close();
                    last.run();
                },
                "shutdown");
        Runtime.getRuntime().addShutdownHook(shutdown);
        out.printf("Listening on %s%n", server.baseUri());
        out.printf("Management on %s (/health/live, /health/ready, /metrics)%n", server.managementUri());
        announce.accept(out);
        out.flush();
        server.join();
    }
}
