package dev.remoteassistance.benchmarks.subject;

import dev.remoteassistance.server.ConfiguredServer;
import dev.remoteassistance.server.RemoteAssistanceServer;
import java.time.Clock;
import java.util.Optional;

/** Our server with a store that does nothing. All else is as in {@code serve}, but requests are not logged. */
public final class NoStoreServer {

    private NoStoreServer() {}

    public static void main(String[] arguments) throws Exception {
        RemoteAssistanceServer server = ConfiguredServer.read(System.getenv(), Optional.empty())
                .builder(Clock.systemUTC())
                .store(new IdleStore())
                .build();
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        System.out.printf("Listening on %s%n", server.baseUri());
        System.out.printf("Management on %s%n", server.managementUri());
        server.join();
    }
}
