package dev.remoteassistance.contract.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.SourcePlace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Types and keywords of schemas. */
final class SchemaLint {

    private final LintReport report;
    private final KeywordLint keywords;
    private final ValueLint values;
    private final ObjectLint objects;
    private final Deque<JsonNode> open = new ArrayDeque<>();

    SchemaLint(LintReport report) {
        this.report = report;
        this.keywords = new KeywordLint(report);
        this.values = new ValueLint(report);
        this.objects = new ObjectLint(report);
    }

    /** A schema below {@code components}. */
    void checkNamed(JsonNode schema) {
        report.require(
                !schema.has("$ref"),
                report.place(schema),
                "must not be a reference only",
                "Refer to the other schema where this one is referred to");
        report.require(
                !KeywordLint.isAnyValue(schema),
                report.place(schema),
                "must have a type, since it has a name",
                "Write nullable: true where this one is referred to");
        if (schema.has("allOf")) {
            objects.checkComposition(schema);
            schema.path("allOf").forEach(part -> {
                if (!part.has("$ref")) {
                    check(part);
                }
            });
        } else {
            check(schema);
        }
        checkCircle(schema);
    }

    /** Checks a schema at the place that uses it: a property, an element, a value of a map, a parameter. */
    void check(JsonNode schema) {
        SourcePlace place = report.place(schema);
        if (schema.has("$ref")) {
            checkReference(schema, place);
        } else if (schema.has("allOf")) {
            objects.checkReferenceWithMore(schema);
        } else if (keywords.check(schema)) {
            switch (schema.path("type").asText()) {
                case "string" -> values.checkText(schema);
                case "array" -> check(schema.get("items"));
                case "object" -> {
                    objects.check(schema);
                    schema.path("properties").forEach(this::check);
                    if (schema.path("additionalProperties").isObject()) {
                        check(schema.get("additionalProperties"));
                    }
                }
                default -> {}
            }
        }
    }

    private void checkReference(JsonNode schema, SourcePlace place) {
        report.require(
                schema.size() == 1,
                place,
                "must have nothing beside $ref, which hides it",
                "Write type, nullable and \"allOf: [$ref]\"");
        report.require(
                schema.get("$ref").asText().matches("#/components/schemas/[^/]+"),
                place,
                "must refer to a schema below #/components/schemas",
                "Move what is meant there, under a name of its own");
    }

    /** Refuses a schema that contains itself: the depth of its documents would have no bound. */
    private void checkCircle(JsonNode schema) {
        report.require(
                !isInCircle(schema),
                report.place(schema),
                "must not contain itself",
                "Refer by an identifier, or write the levels out");
    }

    private boolean isInCircle(JsonNode schema) {
        JsonNode target = report.contract().resolve(schema);
        if (open.contains(target)) {
            return true;
        }
        open.push(target);
        boolean found = List.of("properties", "allOf").stream()
                        .anyMatch(name ->
                                ContractDocument.elements(target.path(name)).anyMatch(this::isInCircle))
                || List.of("items", "additionalProperties").stream()
                        .map(target::path)
                        .anyMatch(inner -> inner.isObject() && isInCircle(inner));
        open.pop();
        return found;
    }
}
