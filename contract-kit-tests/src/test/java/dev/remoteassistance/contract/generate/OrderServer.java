package dev.remoteassistance.contract.generate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A server that keeps to the contract of its orders, unless it is told to answer otherwise. */
final class OrderServer implements AutoCloseable {

    static final ContractDocument CONTRACT =
            ContractDocument.read(Path.of("src/test/resources/generated-requests/orders.yaml"));

    /** A line for each request: its URI, its kind, its token, its body and the status of the answer. */
    final List<String> received = new CopyOnWriteArrayList<>();

    private final CrossCheck check = new CrossCheck(CONTRACT);
    private final HttpServer server;
    private UnaryOperator<Integer> answer = UnaryOperator.identity();

    OrderServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    /** Changes the status of each answer. */
    void answer(UnaryOperator<Integer> changed) {
        answer = changed;
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (Pattern.matches("(?i)accept|content-type|x-kind|x-id", name)) {
                headers.put(name, values.get(0));
            }
        });
        boolean taken = check.faultsOfRequest(
                        exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body)
                .isEmpty();
        int status = answer.apply(taken ? 204 : 400);
        received.add(exchange.getRequestURI() + " " + headers.get("X-kind") + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " " + body + " " + status);
        if (status == 429) {
            exchange.getResponseHeaders().add("Retry-After", "0");
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
