package dev.remoteassistance.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.remoteassistance.contract.difference.Judgement;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.difference.Writer;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A change of a schema that many places share is reported once at each of them. */
class SchemaReportTest {

    private static final String TEXT = "{$ref: '#/components/schemas/Text'}";

    static Stream<Arguments> bodies() {
        return Stream.of(
                arguments(
                        "{properties: {left: %1$s, right: %1$s, list: {type: array, items: %1$s}}}",
                        "{type: string, maxLength: 5}",
                        "{type: string, maxLength: 4}",
                        List.of(
                                "left: maxLength lowered from 5 to 4",
                                "right: maxLength lowered from 5 to 4",
                                "list/[]: maxLength lowered from 5 to 4")),
                // the first four of many places
                arguments(
                        "{properties: {a: {items: %1$s}, b: {items: %1$s}, c: {items: %1$s}, d: {items: %1$s}, e: {items: %1$s}}}",
                        "{type: string, maxLength: 5}",
                        "{type: string, maxLength: 4}",
                        Stream.of("a", "b", "c", "d")
                                .map(name -> name + "/[]: maxLength lowered from 5 to 4")
                                .toList()),
                arguments(
                        "{oneOf: [{required: [a]}, {required: [b]}], properties: {p: %s}}",
                        "{type: string, maxLength: 5}",
                        "{type: string, maxLength: 4}",
                        List.of("p: maxLength lowered from 5 to 4")),
                arguments(
                        "{oneOf: [{required: [a]}, {required: [b]}], allOf: [%s]}",
                        "{maxProperties: 5}", "{maxProperties: 4}", List.of("maxProperties lowered from 5 to 4")),
                arguments(
                        "{required: [a], properties: {a: %s}}",
                        "{type: string, readOnly: true}",
                        "{type: string}",
                        List.of("a: property added", "a: became required")),
                arguments(
                        "{required: [a], properties: {a: {allOf: [%s, {maxLength: 5}]}}}",
                        "{type: string, readOnly: true}",
                        "{type: string}",
                        List.of("a: property added", "a: became required")));
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @MethodSource("bodies")
    void namesEachPlaceOnce(String body, String old, String now, List<String> expected) throws IOException {
        SchemaComparison comparison = new SchemaComparison(document(old), document(now));
        JsonNode schema = new YAMLMapper().readTree(body.formatted(TEXT));

        assertThat(changes(comparison, schema)).isEqualTo(expected);
        assertThat(changes(comparison, schema.deepCopy()))
                .as("of another body with the same schema")
                .isEqualTo(expected);
    }

    private static List<String> changes(SchemaComparison comparison, JsonNode schema) {
        List<String> found = new ArrayList<>();
        comparison.compare(
                Place.request("", ""),
                schema,
                schema,
                Judgement.of(Writer.CONSUMER),
                difference -> found.add((difference.place().pointer().isEmpty()
                                ? ""
                                : difference.place().pointer() + ": ")
                        + difference.words()));
        return found;
    }

    private static ContractDocument document(String text) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.3");
        root.putObject("components").putObject("schemas").set("Text", new YAMLMapper().readTree(text));
        return new ContractDocument(root);
    }
}
