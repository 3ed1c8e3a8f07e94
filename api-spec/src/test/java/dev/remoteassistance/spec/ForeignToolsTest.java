package dev.remoteassistance.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.remoteassistance.contract.lint.syntax.PatternSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What generators, linters and browsers of other makers need, so that they take the contract as it is. */
class ForeignToolsTest {

    private static final Path FILE = Path.of(System.getProperty("contract.file"));

    /** The formats that Kiota has a type for, by type; it warns of any other, and ignores it. */
    private static final Map<String, Set<String>> FORMATS_OF_KIOTA = Map.of(
            "string", Set.of("date", "date-time", "duration", "time", "base64url", "uuid", "binary", "byte"),
            "integer", Set.of("int32", "int64", "int8", "uint8", "int16", "uint16"),
            "number", Set.of("float", "double", "decimal", "int32", "int64", "int8", "uint8", "int16", "uint16"));

    private final JsonNode contract = new YAMLMapper().readTree(FILE.toFile());

    ForeignToolsTest() throws IOException {}

    /** Many tools do not follow {@code externalValue}. */
    @Test
    void examplesStandInTheContract() {
        assertThat(contract.findValues("externalValue")).isEmpty();
    }

    /** What the documents post with curl is what the contract shows. */
    @Test
    void examplesAreThoseOfTheFiles() throws IOException {
        Set<JsonNode> files = new HashSet<>();
        try (Stream<Path> folder = Files.list(FILE.resolveSibling("examples"))) {
            for (Path file : folder.toList()) {
                files.add(new ObjectMapper().readTree(file.toFile()));
            }
        }
        Set<JsonNode> examples = new HashSet<>();
        contract.findValues("examples").forEach(named -> named.forEach(example -> examples.add(example.get("value"))));

        assertThat(examples).isNotEmpty().isEqualTo(files);
    }

    @Test
    void namesAContact() {
        assertThat(contract.at("/info/contact/name").asText()).isNotEmpty();
    }

    /**
     * Some tools search for a pattern, others match it with the whole text. The lint does not check the patterns of
     * response headers.
     */
    @Test
    void everyPatternIsAnchored() {
        List<String> patterns = contract.findValuesAsText("pattern");

        assertThat(patterns).hasSizeGreaterThan(3);
        assertThat(patterns.stream().map(PatternSyntax::trouble).filter(Objects::nonNull))
                .isEmpty();
    }

    /** Kiota takes the first server for its base address, and warns of none and of several. */
    @Test
    void hasOneServer() {
        assertThat(contract.path("servers").findValuesAsText("url"))
                .singleElement()
                .asString()
                .matches("https://[^/]+(/[^/]+)*");
    }

    /** Kiota warns of a body where none belongs: in a GET, and in the answer 204. */
    @Test
    void noBodyStandsWhereNoneBelongs() {
        assertThat(contract.findValues("get")).noneMatch(operation -> operation.has("requestBody"));
        assertThat(contract.findValues("204")).isNotEmpty().noneMatch(answer -> answer.has("content"));
    }

    @Test
    void everyFormatIsOneThatKiotaKnows() {
        List<JsonNode> schemas = contract.findParents("format");

        assertThat(schemas).isNotEmpty();
        assertThat(schemas)
                .allSatisfy(schema -> assertThat(schema.get("format").asText())
                        .isIn(FORMATS_OF_KIOTA.get(schema.path("type").asText())));
    }
}
