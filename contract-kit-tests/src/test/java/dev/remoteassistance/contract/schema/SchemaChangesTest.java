package dev.remoteassistance.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.remoteassistance.contract.difference.Difference;
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
        return Stream.of(
                // types
                arguments("type: integer", "type: number", "", "type changed from integer to number"),
                arguments("type: number", "type: integer", "type changed from number to integer", ""),
                arguments("type: string", "type: [string]", "", ""),
                arguments("type: [string, integer]", "type: [integer, string]", "", ""),
                arguments(
                        "type: [string, integer]", "type: string", "type changed from integer or string to string", ""),
                arguments("type: string", "{}", "", "null allowed, type string dropped"),
                arguments("enum: [a, b]", "{type: string, enum: [a, b]}", "", ""),
                arguments("enum: [a, 1]", "{type: string, enum: [a]}", "type string added, enum lost the member 1", ""),
                arguments("enum: [1]", "enum: [1.0]", "", ""),
                arguments(
                        "enum: ['1']",
                        "enum: [1]",
                        "enum lost the member \"1\" and got 1",
                        "enum lost the member \"1\" and got 1"),
                arguments("enum: [a]", "const: a", "", ""),
                arguments("false", "{}", "", "allowed, where no value was"),
                arguments("{}", "false", "no value allowed any more", ""),
                arguments("{}", "true", "", ""),
                // limits for types that the value cannot have mean nothing
                arguments("type: integer", "{type: integer, maxLength: 5}", "", ""),
                arguments("type: string", "{type: string, minimum: 5, maxItems: 2, required: [a]}", "", ""),
                arguments("type: string", "{type: string, minLength: 0}", "", ""),
                arguments(
                        "{type: string, pattern: '^a'}",
                        "{type: string, pattern: '.*'}",
                        "",
                        "pattern changed from ^a to .*"),
                arguments("type: string", "{type: string, pattern: '.*'}", "", ""),
                // a pattern that goes on where the other ends takes fewer texts, unless what follows changes its sense
                arguments(
                        "{type: string, pattern: '^a'}",
                        "{type: string, pattern: '^a( .*)?$'}",
                        "pattern changed from ^a to ^a( .*)?$",
                        ""),
                arguments(
                        "{type: string, pattern: '^a'}",
                        "{type: string, pattern: '^a*b'}",
                        "pattern changed from ^a to ^a*b",
                        "pattern changed from ^a to ^a*b"),
                arguments(
                        "{type: string, pattern: '^a'}",
                        "{type: string, pattern: '^a|b'}",
                        "pattern changed from ^a to ^a|b",
                        "pattern changed from ^a to ^a|b"),
                // numbers
                arguments("{type: integer, maximum: 9}", "{type: integer, exclusiveMaximum: 10}", "", ""),
                arguments(
                        "{type: number, maximum: 9}",
                        "{type: number, exclusiveMaximum: 10}",
                        "",
                        "exclusiveMaximum raised from 9 to 10"),
                arguments(
                        "{type: number, maximum: 9}",
                        "{type: number, exclusiveMaximum: 9}",
                        "exclusiveMaximum set",
                        ""),
                arguments(
                        "{type: integer, maximum: 9223372036854775807}",
                        "{type: integer, maximum: 9223372036854775806}",
                        "maximum lowered from 9223372036854775807 to 9223372036854775806",
                        ""),
                arguments(
                        "{type: number, multipleOf: 0.5}",
                        "{type: number, multipleOf: 0.25}",
                        "",
                        "multipleOf changed from 0.5 to 0.25"),
                arguments(
                        "{type: number, multipleOf: 3}",
                        "{type: number, multipleOf: 2}",
                        "multipleOf changed from 3 to 2",
                        "multipleOf changed from 3 to 2"),
                // composition
                arguments("allOf: [{type: string}, {maxLength: 5}]", "{type: string, maxLength: 5}", "", ""),
                arguments(ref("Text"), ref("Same"), "", ""),
                arguments("oneOf: [" + ref("Text") + "]", ref("Same"), "", ""),
                arguments("anyOf: [{type: string}, {type: integer}]", "type: [string, integer]", "", ""),
                arguments("type: [string, integer]", "anyOf: [{type: string}, {type: integer}]", "", ""),
                arguments("type: [string, 'null']", "anyOf: [{type: string}, {type: 'null'}]", "", ""),
                arguments(
                        "type: [string, integer]",
                        "oneOf: [{type: string}, {type: boolean}]",
                        "oneOf added, and no alternative allows all that was allowed",
                        "oneOf got {\"type\":\"boolean\"}"),
                arguments(
                        "anyOf: [{type: string}, {type: integer}]", "oneOf: [{type: string}, {type: integer}]", "", ""),
                arguments(
                        "anyOf: [{type: string, maxLength: 3}, {type: string}]",
                        "oneOf: [{type: string, maxLength: 3}, {type: string}]",
                        "anyOf became oneOf",
                        ""),
                arguments(
                        "oneOf: [" + ref("Cat") + ", " + ref("Dog") + "]",
                        "oneOf: [" + ref("Dog") + ", " + ref("Puss") + "]",
                        "",
                        ""),
                arguments(
                        "oneOf: [" + ref("Cat") + ", {type: string}]",
                        "oneOf: [" + ref("Cat") + ", {type: string, maxLength: 3}]",
                        "maxLength 3 added",
                        ""),
                arguments(
                        "{required: [a], anyOf: [{required: [b]}, {required: [c]}]}",
                        "{required: [a], anyOf: [{required: [c]}, {required: [b]}]}",
                        "",
                        ""),
                arguments(ref("Ring"), "type: string", "", ""),
                arguments(ref("Node"), ref("Node"), "", ""),
                // a discriminator sends the name of a schema
                arguments(
                        animals("Cat", "Dog"),
                        animals("Puss", "Dog"),
                        "discriminator lost Cat",
                        "discriminator got Puss"),
                // not
                arguments("not: {enum: [a, b]}", "not: {enum: [a]}", "", "enum lost the member b"),
                arguments("not: {enum: [a]}", "not: {enum: [a, b]}", "enum got the member b", ""),
                arguments(
                        "not: {not: {maxLength: 5}}",
                        "not: {not: {maxLength: 4}}",
                        "maxLength lowered from 5 to 4",
                        ""),
                // objects
                arguments(
                        "additionalProperties: {type: string}",
                        "{additionalProperties: {type: string}, properties: {n: {type: integer}}}",
                        "type changed from string to integer",
                        "type changed from string to integer"),
                arguments(
                        "dependentRequired: {a: [b]}",
                        "dependentRequired: {a: [b, c]}",
                        "dependentRequired got a with c",
                        ""),
                arguments(
                        "if: {required: [a]}",
                        "if: {required: [b]}",
                        "if changed, which is compared as a whole",
                        "if changed, which is compared as a whole"),
                arguments("if: " + ref("Text"), "if: " + ref("Same"), "", ""),
                // arrays
                arguments(
                        "prefixItems: [{type: string}]",
                        "{prefixItems: [{type: string}], items: false}",
                        "no value allowed any more",
                        ""),
                arguments(
                        "prefixItems: [" + "{}, ".repeat(200) + "{maxLength: 5}]",
                        "prefixItems: [" + "{}, ".repeat(200) + "{maxLength: 4}]",
                        "maxLength lowered from 5 to 4",
                        ""),
                // beside a reference
                arguments("{$ref: '#/components/schemas/Text', minLength: 1}", ref("Text"), "", "minLength 1 dropped"),
                // words
                arguments("{type: string, description: x}", "{type: string, title: y, example: z}", "", ""));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("changes")
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

    private static String ref(String name) {
        return "{$ref: '#/components/schemas/" + name + "'}";
    }

    private static String animals(String one, String other) {
        return "{oneOf: [" + ref(one) + ", " + ref(other) + "], discriminator: {propertyName: kind}}";
    }
}
