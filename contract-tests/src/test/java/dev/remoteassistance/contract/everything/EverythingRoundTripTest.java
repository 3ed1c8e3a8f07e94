package dev.remoteassistance.contract.everything;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Request;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.everything.client.PartsApi;
import dev.remoteassistance.everything.client.ThingsApi;
import dev.remoteassistance.everything.document.ContractBody;
import dev.remoteassistance.everything.document.DocumentComparison;
import dev.remoteassistance.everything.document.DocumentSample;
import dev.remoteassistance.everything.model.AnyValues;
import dev.remoteassistance.everything.model.ComposedObject;
import dev.remoteassistance.everything.model.Thing;
import dev.remoteassistance.model.json.JsonPolicy;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the contract of everything allows goes into the generated model, by the generated client to the server, into the
 * server's model, and all the way back, and nothing of it is lost. {@code -DQT_SEED=…} draws the documents of a former run.
 */
class EverythingRoundTripTest {

    private static final int DOCUMENTS = 300;

    private static EchoServer server;
    private static final ContractJudge JUDGE = new ContractJudge(EchoServer.CONTRACT);

    private final JsonMapper mapper = JsonPolicy.newMapper();
    private final long seed = Long.getLong("QT_SEED", System.nanoTime());

    @BeforeAll
    static void start() throws IOException {
        server = EchoServer.ofEverything();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Sends a document by the generated client, and gives what came back. */
    private interface Call {
        CompletableFuture<?> send(String document) throws Exception;
    }

    @Test
    void things() throws Exception {
        ThingsApi things = new ThingsApi(server.client());
        assertNothingIsLost(
                "createThing",
                Request.Method.POST,
                "/everything/things",
                document -> things.createThing(mapper.readValue(document, Thing.class), null, server.credentials()));
    }

    @Test
    void parts() throws Exception {
        PartsApi parts = new PartsApi(server.client());
        assertNothingIsLost(
                "changeParts",
                Request.Method.PATCH,
                "/everything/parts",
                document -> parts.changeParts(
                        mapper.readValue(document, ComposedObject.class), null, server.credentials()));
    }

    @Test
    void anyValuesAsBytes() throws Exception {
        PartsApi parts = new PartsApi(server.client());
        assertNothingIsLost(
                "packParts",
                Request.Method.POST,
                "/everything/parts",
                document -> parts.packParts(mapper.readValue(document, AnyValues.class), null, server.credentials()));
    }

    /** Each digit and each null of an undeclared value is kept too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E+400",
                "12345678901234567890123",
                "1.10",
                "0.000",
                "true",
                "\"1\"",
                "[]",
                "{}",
                "[null]",
                "{\"a\":null}"
            })
    void anyValueIsKept(String value) throws Exception {
        String sent = "{\"any\":" + value + ",\"list\":[null," + value + "],\"table\":[[" + value + ",null]]}";

        String back = server.send("POST", "/everything/parts", Map.of(), sent).body();

        assertThat(back).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({
        "application/octet-stream, application/octet-stream",
        "application/json, application/json",
        "'application/octet-stream, application/json', application/octet-stream",
        "'application/octet-stream;q=0.5, application/json', application/json",
        "'application/json, application/octet-stream;q=0', application/json",
        "*/*, application/octet-stream",
    })
    void anAnswerOfTwoTypesComesAsTheCallerAccepts(String accepted, String type) throws Exception {
        HttpResponse<String> answer =
                server.send("PATCH", "/everything/parts", Map.of("Accept", accepted), "{\"base\":\"a\",\"own\":\"b\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.body()).isEqualTo("{\"base\":\"a\",\"own\":\"b\"}");
    }

    /** A format says how precise a sender is, and not what may be cut. */
    @ParameterizedTest
    @ValueSource(
            strings = {"1E+400", "0.1000000000000000055511151231257827", "12345678901234567890", "-1E-400", "1.10", "0"
            })
    void numbersWithAFormatKeepAllDigits(String number) throws Exception {
        String floating = "{\"float\":" + number + "," + RequiredThing.MEMBERS + "}";

        String back =
                server.send("POST", "/everything/things", Map.of(), floating).body();

        assertThat(DocumentComparison.read(back).get("float").decimalValue()).isEqualTo(number);
    }

    @Test
    void absentStaysAbsent() throws Exception {
        String required = "{" + RequiredThing.MEMBERS + "}";

        String back =
                server.send("POST", "/everything/things", Map.of(), required).body();

        assertThat(DocumentComparison.read(back)).isEqualTo(DocumentComparison.read(required));
    }

    private void assertNothingIsLost(String operation, Request.Method method, String path, Call call) throws Exception {
        ContractBody body = ContractBody.read(EchoServer.CONTRACT, operation);
        Set<String> documents = DocumentSample.draw(body, seed, DOCUMENTS);
        DocumentComparison comparison = new DocumentComparison(body.schema());
        List<String> faults = new ArrayList<>();
        for (String document : documents) {
            String judged = JUDGE.faults(method, path, Map.of(), Map.of(), document);
            if (!judged.isEmpty()) {
                faults.add(shortened("is not of the contract: " + judged));
                continue;
            }
            try {
                String back = mapper.writeValueAsString(call.send(document).get());
                List<String> differences =
                        comparison.differences(DocumentComparison.read(document), DocumentComparison.read(back));
                differences.forEach(difference -> faults.add(shortened(difference)));
            } catch (Exception refused) {
                faults.add(shortened("is not answered: " + refused));
            }
        }
        System.out.printf("Seed %d: %d documents of %s, %d faults%n", seed, documents.size(), operation, faults.size());
        assertThat(faults).as("seed %d", seed).isEmpty();
        assertThat(documents).hasSizeGreaterThan(DOCUMENTS / 2);
    }

    /** Documents are long, and the seed draws them again. */
    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 300));
    }
}
