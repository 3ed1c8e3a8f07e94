package dev.remoteassistance.server.dev;

import com.sun.net.httpserver.HttpServer;
import dev.remoteassistance.server.config.Endpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Publishes the public key of an issuer as a key set. */
public final class KeySetServer implements AutoCloseable {

    private static final String PATH = "/keys";

    private final HttpServer server;

    private KeySetServer(HttpServer server) {
        this.server = server;
    }

    /** Publishes the key until the server is closed. */
    public static KeySetServer start(Endpoint endpoint, DevIssuer issuer) throws IOException {
        byte[] keySet = issuer.keySet().toString().getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(endpoint.host(), endpoint.port()), 0);
        server.createContext(PATH, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keySet.length);
                exchange.getResponseBody().write(keySet);
            }
        });
        server.start();
        return new KeySetServer(server);
    }

    /** Returns the URL of the key set. */
    public URI uri() {
        InetSocketAddress address = server.getAddress();
        String host = address.getHostString();
        return URI.create(
                "http://%s:%d%s".formatted(host.contains(":") ? "[" + host + "]" : host, address.getPort(), PATH));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
