package outside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import dev.remoteassistance.client.RemoteAssistanceClient;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.json.JsonPolicy;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Sends the contract's example, and a property that no version knows, to a server that keeps what it gets. */
public final class Outside {

    private Outside() {}

    public static void main(String[] arguments) throws Exception {
        JsonMapper mapper = JsonPolicy.newMapper();
        JsonNode payload;
        try (InputStream example = ClassLoader.getSystemResourceAsStream("openapi/examples/2021-10-20props.json")) {
            payload = mapper.readTree(example).get("reportingPayload");
        }
        ((com.fasterxml.jackson.databind.node.ObjectNode) payload).set("inventedLater", mapper.readTree("1.10"));

        BlockingQueue<byte[]> bodies = new ArrayBlockingQueue<>(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            bodies.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            RemoteAssistanceClient.builder(() -> "token")
                    .baseUri(
                            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/beta"))
                    .build()
                    .report(mapper.treeToValue(payload, RemoteAssistanceReporting.class));
        } finally {
            server.stop(0);
        }

        JsonNode sent = mapper.readTree(bodies.remove()).get("reportingPayload");
        if (!sent.equals(payload)) {
            throw new IllegalStateException("sent " + sent + " in place of " + payload);
        }
        System.out.println("sent " + sent.size() + " properties without loss on Java "
                + Runtime.version().feature());
    }
}
