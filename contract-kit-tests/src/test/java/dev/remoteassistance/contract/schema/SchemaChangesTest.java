package dev.remoteassistance.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.remoteassistance.contract.CaseTable;
import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.difference.Judgement;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.difference.Writer;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests which changes of a schema break the writers of its values, and which break the readers. */
class SchemaChangesTest {

    private static final String SCHEMAS = """
            Text: {type: string, maxLength: 5}
            Same: {type: string, maxLength: 5}
            Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
            Dog: {type: object, required: [kind], properties: {kind: {type: string}, tricks: {type: integer}}}
            Puss: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
            Node: {type: object, properties: {value: {type: string}, next: {$ref: '#/components/schemas/Node'}}}
            Ring: {allOf: [{$ref: '#/components/schemas/Ring'}, {type: string}]}
            """;

    static Stream<Arguments> changes() {
        return CaseTable.rows(Path.of("src/test/resources/schema-cases/changes.tsv"))
                .map(row -> arguments(row.get(0), row.get(1), row.get(2), row.get(3)));
    }

    static Stream<Arguments> changesOfALongTuple() {
        String prefix = "prefixItems: [" + "{}, ".repeat(200);
        return Stream.of(
                arguments(prefix + "{maxLength: 5}]", prefix + "{maxLength: 4}]", "maxLength lowered from 5 to 4", ""));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource({"changes", "changesOfALongTuple"})
    void breakWhoeverWrites(String old, String now, String breaksWriter, String breaksReader) throws IOException {
        assertThat(breaks(old, now, Writer.CONSUMER)).isEqualTo(breaksWriter);
        assertThat(breaks(old, now, Writer.PROVIDER)).isEqualTo(breaksReader);
    }

    private static String breaks(String old, String now, Writer writer) throws IOException {
        ContractDocument before = document();
        ContractDocument after = document();
        List<Difference> found = new ArrayList<>();
        new SchemaComparison(before, after)
                .compare(Place.request("", ""), schema(old), schema(now), Judgement.of(writer), found::add);
        return String.join(
                ", ",
                found.stream()
                        .filter(Difference::isBreak)
                        .map(Difference::words)
                        .distinct()
                        .toList());
    }

    private static ContractDocument document() throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        root.putObject("components").set("schemas", new YAMLMapper().readTree(SCHEMAS));
        return new ContractDocument(root);
    }

    private static JsonNode schema(String yaml) throws IOException {
        return new YAMLMapper().readTree(yaml);
    }
}
