package dev.remoteassistance.contract.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.fge.jackson.JsonLoader;
import com.github.fge.jsonschema.main.JsonSchemaFactory;
import dev.remoteassistance.contract.gate.ContractGate;
import dev.remoteassistance.contract.gate.Finding;
import dev.remoteassistance.contract.gate.Impact;
import dev.remoteassistance.contract.source.ContractSource;
import dev.remoteassistance.contract.spec.SourcePlace;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Tests the formats with a contract whose author tries to forge them. */
class FormatTest {

    private static final String NASTY = "a%0A::error file=x::y,z\\r\\n::stop-commands::q\\n<b>`|*\\u001b[31m";
    private static final String CONTRACT = """
            openapi: 3.0.3
            info: {title: t, version: 1.0.0}
            components: {schemas: {Unused: {type: string}}}
            paths:
              /a:
                get:
                  responses:
                    '200':
                      description: d
                      content:
                        application/json:
                          schema:
                            type: object
                            properties:
                              kept: {type: string}
            """;
    private static final String GONE = CONTRACT + "                  \"" + NASTY + "\": {type: string}\n";
    private static final String POINTER = "/paths/~1a/get/responses/200/content/application~1json/schema/properties";

    @TempDir
    Path folder;

    private GateResult result;

    @BeforeEach
    void compare() throws IOException {
        Path baseline = Files.writeString(folder.resolve("base:line,%.yaml"), GONE);
        Path revision = Files.writeString(folder.resolve("revision.yaml"), CONTRACT);
        Finding found = ContractGate.findings(baseline, revision, List.of()).stream()
                .filter(Finding::isBreaking)
                .findFirst()
                .orElseThrow();
        Finding gone = new Finding(
                found.rule(),
                Impact.BREAKING,
                found.place(),
                found.words(),
                Optional.of(new SourcePlace(baseline.getFileName().toString(), POINTER)),
                Optional.empty(),
                List.of());
        Finding looser = new Finding(
                "loosened",
                Impact.LOOSENING,
                found.place(),
                found.words(),
                Optional.of(new SourcePlace(baseline.getFileName().toString(), POINTER)),
                Optional.of(new SourcePlace(revision.getFileName().toString(), POINTER + "/kept")),
                List.of());
        Finding unknown = new Finding(
                "unknown", Impact.NOT_COMPARED, found.place(), "words", Optional.empty(), Optional.empty(), List.of());
        result = GateResult.of(
                ContractSource.of(baseline.toString()),
                ContractSource.of(revision.toString()),
                OptionalInt.empty(),
                List.of(unknown, looser, gone));
    }

    @Test
    void textIsALineAFinding() {
        List<String> lines = Format.TEXT.write(result).lines().toList();

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .startsWith(folder.resolve("base:line,%.yaml") + ":14:17: breaking: GET /a response 200 body ")
                .doesNotContain("\u001b");
        assertThat(lines.get(1)).startsWith(folder.resolve("revision.yaml") + ":15:19: compatible: ");
        assertThat(lines.get(2)).startsWith("not compared: ");
        assertThat(lines.get(3))
                .endsWith(": 1 breaking, 1 compatible, 1 not compared. "
                        + "No pacts were given, so nothing is said of consumers.");
    }

    @Test
    void githubAnnotationsCannotBeForged() {
        String text = Format.GITHUB.write(result);

        // A runner takes each line as one command: its name, properties up to the next two colons, and the message.
        assertThat(text.lines()).hasSize(4).allMatch(line -> line.matches("::(error|warning|notice) [^:]*::.*"));
        assertThat(text.lines().findFirst().orElseThrow())
                .startsWith("::error file=" + property(folder + "/base:line,%.yaml")
                        + ",line=14,col=17,title=breaking%3A ");
        assertThat(text.lines().map(line -> line.substring(2).split("::")[0].split(" ", 2)[1]))
                .allMatch(properties -> properties.matches("((file|line|col|title)=[^,]*,?)+"));
        assertThat(text).doesNotContain("a%0A::", "\r", "\u001b").contains("a%250A::error");
    }

    @Test
    void sarifIsValid() throws Exception {
        String text = Format.SARIF.write(result);

        assertThat(isValidSarif(text)).as(text).isTrue();
        JsonNode first = new ObjectMapper().readTree(text).at("/runs/0/results/0");
        assertThat(first.path("level").asText()).isEqualTo("error");
        assertThat(first.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo(Path.of(folder.toString(), "base:line,%.yaml")
                        .toUri()
                        .getRawPath()
                        .replace(":", ":"));
        assertThat(first.at("/locations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":14,\"startColumn\":17}");
    }

    @Test
    void anInvalidSarifWouldBeNoticed() throws Exception {
        String broken = Format.SARIF.write(result).replace("\"startLine\" : 14", "\"startLine\" : 0");

        assertThat(isValidSarif(broken)).isFalse();
    }

    @Test
    void jsonHoldsEverything() throws IOException {
        JsonNode json = new ObjectMapper().readTree(Format.JSON.write(result));

        assertThat(json.path("verdict").asText()).isEqualTo("breaking");
        assertThat(json.path("interactions").isNull()).isTrue();
        assertThat(json.path("findings").findValuesAsText("impact"))
                .containsExactly("breaking", "compatible", "not compared");
        assertThat(json.path("findings").findValuesAsText("line")).containsExactly("14", "15");
        assertThat(json.path("findings").findValuesAsText("inBaseline")).containsExactly("true", "false");
    }

    @Test
    void junitFailsForWhatBreaks() throws Exception {
        Document xml = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Format.JUNIT.write(result))));

        assertThat(xml.getDocumentElement().getAttribute("tests")).isEqualTo("3");
        assertThat(xml.getDocumentElement().getAttribute("failures")).isEqualTo("1");
        assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(1);
    }

    @Test
    void markdownKeepsTextsOfTheContractInCode() {
        String page = Format.MARKDOWN.write(result);

        assertThat(page.lines().filter(line -> line.startsWith("- "))).hasSize(3);
        assertThat(page.lines().filter(line -> line.startsWith("## ")))
                .containsExactly("## Breaking", "## Compatible", "## Not compared");
        // The name holds a backtick, so two of them fence it.
        assertThat(page).contains("- ``GET /a response 200 body a%0A::error").doesNotContain("\u001b");
    }

    @Test
    void nothingChangedIsSaid() {
        GateResult same = new GateResult("a.yaml", "b.yaml", OptionalInt.of(7), List.of());

        assertThat(Format.TEXT.write(same))
                .isEqualTo("a.yaml compared with b.yaml: 0 breaking, 0 compatible, 0 not compared. "
                        + "Of 7 interactions, none would break." + System.lineSeparator());
        assertThat(Format.MARKDOWN.write(same)).contains("No change of what is sent.");
        assertThat(Format.JUNIT.write(same)).contains("tests=\"1\"").doesNotContain("failure>");
    }

    private static boolean isValidSarif(String text) throws Exception {
        ObjectNode schema = (ObjectNode) JsonLoader.fromResource("/sarif/sarif-2.1.0-rtm.5.json");
        // Without this the validator would look up references within the schema at its id.
        schema.remove("id");
        return JsonSchemaFactory.byDefault()
                .getJsonSchema(schema)
                .validate(JsonLoader.fromString(text))
                .isSuccess();
    }

    private static String property(String text) {
        return text.replace("%", "%25").replace(":", "%3A").replace(",", "%2C");
    }
}
