package dev.remoteassistance.contract.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.lint.syntax.ContractParts;
import dev.remoteassistance.contract.spec.SourcePlace;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keywords that generated code carries, by type. Every other keyword is refused, whether OpenAPI knows it or not.
 */
final class KeywordLint {

    /**
     * Marks a property whose description has rules that no schema can state. Nothing draws values of it by the schema
     * alone.
     */
    private static final String RULES_IN_WORDS = "x-rules-in-words";

    private static final Set<String> EVERYWHERE = Set.of(
            "type", "description", "nullable", "deprecated", "default", "example", "externalDocs", RULES_IN_WORDS);

    private static final Map<String, Set<String>> BY_TYPE = Map.of(
            "string", Set.of("format", "minLength", "maxLength", "pattern", "enum", "x-enum-descriptions"),
            "integer", Set.of("format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
            "number", Set.of("format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
            "boolean", Set.of(),
            "array", Set.of("items", "minItems", "maxItems"),
            "object", Set.of("properties", "required", "additionalProperties", "minProperties", "maxProperties"));

    private static final Set<String> BESIDE_ANY_VALUE = Set.of("nullable", "description");

    private static final Map<String, Set<String>> FORMATS = Map.of(
            "string", Set.of("date-time", "date", "uuid", "uri", "byte", "password"),
            "integer", Set.of("int32", "int64"),
            "number", Set.of("float", "double"));

    private static final Map<String, String> WAYS_OUT = Map.ofEntries(
            Map.entry("oneOf", "Write one object with the properties of all alternatives, each of them nullable"),
            Map.entry("anyOf", "Write one object with the properties of all alternatives, each of them nullable"),
            Map.entry("not", "Say what is allowed, by type, pattern or enum"),
            Map.entry("discriminator", "Write one object, and a property with an enum that tells what it is"),
            Map.entry("uniqueItems", "Leave it out, and say in the description what a repeated element means"),
            Map.entry("multipleOf", "Choose a unit of which only whole numbers are sent, with type: integer"),
            Map.entry("enum", "Write texts: type: string. Numbers are bounded by minimum and maximum"),
            Map.entry("readOnly", "Write a schema for requests and another for answers"),
            Map.entry("writeOnly", "Write a schema for requests and another for answers"),
            Map.entry("xml", "Leave it out: bodies are JSON"),
            Map.entry("title", "Write it into the description"),
            Map.entry("format", "Leave it out, and bound the value by other keywords"));

    private final LintReport report;

    KeywordLint(LintReport report) {
        this.report = report;
    }

    /** Returns whether a schema allows any JSON value, null included: it has no type and no rule. */
    static boolean isAnyValue(JsonNode schema) {
        return schema.path("nullable").asBoolean()
                && ContractParts.names(schema).stream().allMatch(BESIDE_ANY_VALUE::contains);
    }

    /** Returns whether the type is known, so that the other rules can be checked. */
    boolean check(JsonNode schema) {
        if (isAnyValue(schema)) {
            return false;
        }
        SourcePlace place = report.place(schema);
        Set<String> own = BY_TYPE.get(schema.path("type").asText());
        report.require(
                own != null,
                place,
                "must have a type, one of " + sorted(BY_TYPE.keySet().stream()),
                schema.has("oneOf") || schema.has("anyOf")
                        ? WAYS_OUT.get("oneOf")
                        : "Add it; for any JSON object write type: object and additionalProperties: true; for any value "
                                + "write nullable: true, and nothing beside it but a description");
        if (own == null) {
            return false;
        }
        schema.fieldNames()
                .forEachRemaining(keyword -> report.require(
                        EVERYWHERE.contains(keyword) || own.contains(keyword),
                        place.member(keyword),
                        "must not be there: a schema of this type carries "
                                + (own.isEmpty() ? "none of its own" : sorted(own.stream())),
                        WAYS_OUT.getOrDefault(keyword, "Leave it out")));
        checkFormat(schema, place);
        boolean complete = !schema.path("type").asText().equals("array")
                || schema.path("items").isObject();
        report.require(complete, place, "must say what its items are", "Add items with a type");
        return complete;
    }

    private void checkFormat(JsonNode schema, SourcePlace place) {
        if (schema.has("format")) {
            Set<String> known = FORMATS.getOrDefault(schema.path("type").asText(), Set.of());
            report.require(
                    known.contains(schema.get("format").asText()),
                    place.member("format"),
                    "must be one that has a rule here: " + sorted(known.stream()),
                    "Leave it out, and write the rule as a pattern if it is a text");
        }
    }

    private static String sorted(Stream<String> names) {
        return names.sorted().collect(Collectors.joining(", "));
    }
}
