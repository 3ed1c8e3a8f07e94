package dev.remoteassistance.contract.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends requests drawn from a small contract to servers that keep to it, and to others that do not. */
class GeneratedRunTest {

    private static final String TOKEN = "secret-token";
    private static final String CONTRACT = """
            openapi: 3.0.3
            info: {title: t, version: 1.0.0}
            paths:
              /members/{id}/orders:
                post:
                  parameters:
                    - {name: id, in: path, required: true, schema: {type: string, minLength: 4, maxLength: 12}}
                    - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100}}
                    - {name: X-Id, in: header, schema: {type: string, pattern: '^[a-f0-9]{8}$'}}
                    - {name: X-Kind, in: header, schema: {type: string, enum: [a, b]}}
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: {$ref: '#/components/schemas/Order'}
                  responses:
                    '204': {description: taken}
                    '400': {description: refused}
                    '429': {description: too many}
            components:
              schemas:
                Order:
                  type: object
                  additionalProperties: false
                  required: [isbn]
                  properties:
                    isbn: {type: string, pattern: '^[0-9]{13}$'}
                    note: {type: string, nullable: true, maxLength: 20}
                    copies: {type: integer, minimum: 1, maximum: 3}
                    tags: {type: array, maxItems: 2, items: {type: string, maxLength: 5}}
                    day: {type: string, format: date}
                    inner: {$ref: '#/components/schemas/Order'}
            """;

    @TempDir
    Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final StringWriter out = new StringWriter();
    private HttpServer server;
    private ContractDocument contract;
    private CrossCheck check;
    private UnaryOperator<Integer> answer = UnaryOperator.identity();

    @BeforeEach
    void start() throws IOException {
        contract = ContractDocument.read(Files.writeString(folder.resolve("contract.yaml"), CONTRACT));
        check = new CrossCheck(contract);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void findsNothingWrongWithAServerThatKeepsToTheContract() throws IOException {
        int wrong = send(200, 1);

        assertThat(wrong).as(out.toString()).isZero();
        assertThat(out.toString())
                .matches("Seed 1: \\d+ requests of \\d+ kinds sent, 0 answered wrongly, \\d+ could not be drawn\n");
        assertThat(received.stream().filter(line -> line.endsWith(" 204"))).hasSizeGreaterThan(20);
        assertThat(received.stream().filter(line -> line.endsWith(" 400"))).hasSizeGreaterThan(20);
    }

    @Test
    void triesEveryLimitAndEveryRule() {
        RequestPlan plan = new RequestPlan(contract, 7);
        Set<String> special = new HashSet<>();
        for (int i = 0; i < plan.size(); i++) {
            plan.request(i).ifPresent(request -> special.add((request.allowed() ? "+ " : "- ") + request.special()));
        }

        assertThat(new TreeSet<>(special))
                .contains(
                        "+ everything is there",
                        "+ path parameter id of minLength 4",
                        "- path parameter id longer than maxLength 12",
                        "+ query parameter limit absent",
                        "- query parameter limit beyond maximum 100",
                        "- query parameter limit of another type than integer",
                        "- header parameter X-Id not of its pattern",
                        "+ header parameter X-Kind = b",
                        "- header parameter X-Kind outside of the enum",
                        "- request body absent",
                        "- request body with an undeclared property",
                        "- request body isbn absent",
                        "- request body isbn not of its pattern",
                        "+ request body note null",
                        "- request body copies null",
                        "- request body copies beyond minimum 1",
                        "+ request body tags of maxItems 2",
                        "- request body tags more than maxItems 2",
                        "+ request body inner absent");
    }

    @Test
    void drawsNoValueWhoseRulesStandInWords() {
        List<GeneratedRequest> requests = requests(ContractEdit.set(
                "/components/schemas/Order/properties/note",
                "{type: string, nullable: true, maxLength: 20, x-rules-in-words: true}"));

        assertThat(requests)
                .filteredOn(GeneratedRequest::allowed)
                .hasSizeGreaterThan(15)
                .allMatch(request -> !request.body().contains("\"note\":\""));
        assertThat(requests)
                .extracting(GeneratedRequest::special)
                .filteredOn(special -> special.startsWith("request body note"))
                .containsExactlyInAnyOrder(
                        "request body note absent",
                        "request body note null",
                        "request body note of another type than string",
                        "request body note longer than maxLength 20");
    }

    @Test
    void acceptsEachMediaTypeOfTheAnswers() {
        String order = "{schema: {$ref: '#/components/schemas/Order'}}";
        List<GeneratedRequest> requests = requests(ContractEdit.set(
                "/paths/~1members~1{id}~1orders/post/responses/200",
                "{description: x, content: {application/octet-stream: %1$s, application/json: %1$s}}"
                        .formatted(order)));

        assertThat(requests)
                .extracting(request -> request.headers().get("Accept"))
                .containsOnly(
                        "application/octet-stream, application/json;q=0.5",
                        "application/json, application/octet-stream;q=0.5");
    }

    @Test
    void takesAValueOfAnyTypeForNoBrokenOne() {
        List<GeneratedRequest> requests =
                requests(ContractEdit.set("/components/schemas/Order/properties/note", "{nullable: true}"));

        assertThat(requests)
                .filteredOn(request -> request.special().startsWith("request body note"))
                .hasSize(2)
                .allMatch(GeneratedRequest::allowed);
    }

    /** All that is drawn from a changed contract. */
    private List<GeneratedRequest> requests(ContractEdit edit) {
        RequestPlan plan = new RequestPlan(edit.changed(contract), 7);
        return IntStream.range(0, plan.size())
                .boxed()
                .flatMap(number -> plan.request(number).stream())
                .toList();
    }

    @Test
    void noticesAServerThatTakesWhatTheContractForbids() throws IOException {
        answer = status -> 204;

        int wrong = send(150, 2);

        assertThat(wrong).isGreaterThan(20);
        assertThat(out.toString())
                .contains("request body isbn not of its pattern\n"
                        + "        the contract does not allow it, and it was answered 204\n"
                        + "        curl -i -X POST 'http://127.0.0.1:");
    }

    @Test
    void noticesAServerThatRefusesWhatTheContractAllows() throws IOException {
        answer = status -> 400;

        assertThat(send(100, 3)).isPositive();
        assertThat(out.toString()).contains("the contract allows it, and it was answered 400");
    }

    @Test
    void noticesAnAnswerThatTheContractDoesNotHave() throws IOException {
        answer = status -> 500;

        assertThat(send(20, 3)).isGreaterThan(10);
        assertThat(out.toString()).contains("Response status 500 not defined", "answered 500");
    }

    @Test
    void drawsTheSameRequestsAgain() throws IOException {
        send(60, 4);
        List<String> first = List.copyOf(received);
        received.clear();
        send(60, 4);
        assertThat(received).isEqualTo(first);

        received.clear();
        send(60, 5);
        assertThat(received).isNotEqualTo(first);
    }

    @Test
    void comesAgainWhenItIsAskedTo() throws IOException {
        answer = status -> received.size() % 2 == 0 ? 429 : status;

        assertThat(send(20, 6)).as(out.toString()).isZero();
        assertThat(received.stream().filter(line -> line.endsWith(" 429"))).hasSizeGreaterThan(10);
    }

    @Test
    void printsNoToken() throws IOException {
        answer = status -> 204;
        send(50, 8);

        assertThat(out.toString())
                .contains("-H \"Authorization: Bearer $TOKEN\"")
                .doesNotContain(TOKEN);
        assertThat(received).allMatch(line -> line.contains("Bearer " + TOKEN));
    }

    private int send(int count, long seed) throws IOException {
        URI root = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new GeneratedRun(contract, root, Optional.of(TOKEN), Duration.ofSeconds(120), text -> text)
                .send(count, seed, new PrintWriter(out));
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
}
