package dev.remoteassistance.contract.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends requests drawn from a small contract to servers that keep to it, and to others that do not. */
class GeneratedRunTest {

    private static final String TOKEN = "secret-token";

    private final StringWriter out = new StringWriter();
    private OrderServer server;
    private List<String> received;

    @BeforeEach
    void start() throws IOException {
        server = new OrderServer();
        received = server.received;
    }

    @AfterEach
    void stop() {
        server.close();
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
    void noticesAServerThatTakesWhatTheContractForbids() throws IOException {
        server.answer(status -> 204);

        int wrong = send(150, 2);

        assertThat(wrong).isGreaterThan(20);
        assertThat(out.toString())
                .contains("request body isbn not of its pattern\n"
                        + "        the contract does not allow it, and it was answered 204\n"
                        + "        curl -i -X POST 'http://127.0.0.1:");
    }

    @Test
    void noticesAServerThatRefusesWhatTheContractAllows() throws IOException {
        server.answer(status -> 400);

        assertThat(send(100, 3)).isPositive();
        assertThat(out.toString()).contains("the contract allows it, and it was answered 400");
    }

    @Test
    void noticesAnAnswerThatTheContractDoesNotHave() throws IOException {
        server.answer(status -> 500);

        assertThat(send(20, 3)).isGreaterThan(10);
        assertThat(out.toString()).contains("Response status 500 not defined", "answered 500");
    }

    /**
     * The validator refuses every note, since it knows a format that the generator does not. A value that breaks the
     * pattern of the header becomes a valid one, because a header cannot have it.
     */
    @Test
    void sendsNoBrokenRequestThatIsRefusedForAnotherValue() throws IOException {
        ContractDocument contract = ContractEdit.set(
                        "/components/schemas/Order/properties/note",
                        "{type: string, format: ipv4, pattern: '^[a-z]{4}$'}")
                .and(ContractEdit.set(
                        "/paths/~1members~1{id}~1orders/post/parameters/2/schema",
                        "{type: string, pattern: '^[!-~]+$'}"))
                .changed(OrderServer.CONTRACT);
        server.answer(status -> 204);

        assertThat(send(contract, 200, 9)).isPositive();
        assertThat(out.toString())
                .contains("request body isbn not of its pattern")
                .doesNotContain("header parameter X-Id not of its pattern");
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
        server.answer(status -> received.size() % 2 == 0 ? 429 : status);

        assertThat(send(20, 6)).as(out.toString()).isZero();
        assertThat(received.stream().filter(line -> line.endsWith(" 429"))).hasSizeGreaterThan(10);
    }

    @Test
    void printsNoToken() throws IOException {
        server.answer(status -> 204);
        send(50, 8);

        assertThat(out.toString())
                .contains("-H \"Authorization: Bearer $TOKEN\"")
                .doesNotContain(TOKEN);
        assertThat(received).allMatch(line -> line.contains("Bearer " + TOKEN));
    }

    private int send(int count, long seed) throws IOException {
        return send(OrderServer.CONTRACT, count, seed);
    }

    private int send(ContractDocument contract, int count, long seed) throws IOException {
        return new GeneratedRun(contract, server.root(), Optional.of(TOKEN), Duration.ofSeconds(120), text -> text)
                .send(count, seed, new PrintWriter(out));
    }
}
