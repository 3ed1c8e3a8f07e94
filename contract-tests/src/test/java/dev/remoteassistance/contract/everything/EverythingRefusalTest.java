package dev.remoteassistance.contract.everything;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.everything.document.ContractBody;
import dev.remoteassistance.everything.document.DocumentComparison;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that breaks a rule of the contract of everything is refused, with that rule and the value's path. */
class EverythingRefusalTest {

    private static final ContractJudge JUDGE = new ContractJudge(EchoServer.CONTRACT);

    private static EchoServer server;

    @BeforeAll
    static void start() throws IOException {
        server = EchoServer.ofEverything();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "createThing, POST, /everything/things, 200, 700",
        "changeParts, PATCH, /everything/parts, 201, 15",
        "packParts, POST, /everything/parts, 200, 20",
        "replaceThing, PUT, /everything/things/abc/1?needed=true, 204, 15",
    })
    void everyBrokenRule(String operation, String method, String path, int status, int atLeast) throws Exception {
        ContractBody body = ContractBody.read(EchoServer.CONTRACT, operation);
        ObjectNode full = FullDocument.of(body.schema());
        HttpResponse<String> taken = server.send(method, path, Map.of(), full.toString());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(status);
        assertThat(judged(method, path, full.toString())).isEmpty();
        List<BrokenDocuments.Broken> broken = BrokenDocuments.of(body.schema(), full);
        List<String> faults = new ArrayList<>();
        for (BrokenDocuments.Broken document : broken) {
            HttpResponse<String> answer = server.send(method, path, Map.of(), document.document());
            if (answer.statusCode() != 400 || !targets(answer.body()).equals(List.of(document.target()))) {
                faults.add("%s -> %d %s".formatted(document, answer.statusCode(), shortened(answer.body())));
            }
            if (judged(method, path, document.document()).isEmpty()) {
                faults.add(document + " -> the contract allows it");
            }
        }
        assertThat(faults).isEmpty();
        assertThat(broken).hasSizeGreaterThan(atLeast);
    }

    private static String judged(String method, String path, String body) {
        boolean needed = path.endsWith("?needed=true");
        return JUDGE.faults(
                Request.Method.valueOf(method),
                path.replaceFirst("\\?.*", ""),
                needed ? Map.of("needed", "true") : Map.of(),
                Map.of(),
                body);
    }

    /** The paths that an answer names, each once: a text may break two rules by being too long. */
    private static List<String> targets(String body) {
        List<String> targets = new ArrayList<>();
        for (JsonNode detail : DocumentComparison.read(body).at("/error/details")) {
            targets.add(detail.required("target").asText());
        }
        return targets.stream().distinct().toList();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 200));
    }
}
