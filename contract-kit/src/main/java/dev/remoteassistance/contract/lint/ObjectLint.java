package dev.remoteassistance.contract.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.lint.syntax.ContractParts;
import dev.remoteassistance.contract.lint.syntax.JavaNames;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.SourcePlace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Objects: their properties, what they are composed of, and references with something beside them. */
final class ObjectLint {

    private static final Set<String> BESIDE_REFERENCE =
            Set.of("allOf", "type", "nullable", "description", "deprecated", "example", "externalDocs");
    private static final Set<String> BESIDE_PARTS =
            Set.of("allOf", "type", "description", "deprecated", "additionalProperties", "example", "externalDocs");

    private final LintReport report;

    ObjectLint(LintReport report) {
        this.report = report;
    }

    void check(JsonNode schema) {
        SourcePlace place = report.place(schema);
        JsonNode more = schema.path("additionalProperties");
        boolean isMap = schema.path("properties").isEmpty();
        report.require(
                more.isBoolean() || more.isObject() && !more.isEmpty() && !KeywordLint.isAnyValue(more),
                place,
                "must say what additionalProperties it takes",
                "Write false, true, or a schema with a type");
        report.require(
                !isMap || !more.isBoolean() || more.asBoolean(),
                place,
                "must have properties, or take additional ones",
                "Declare a property, or write additionalProperties: true");
        report.require(
                isMap || !schema.has("minProperties") && !schema.has("maxProperties"),
                place,
                "must not count properties where some are declared",
                "Put the others into a property of their own, an object with additionalProperties only");
        checkProperties(schema, place);
    }

    private void checkProperties(JsonNode schema, SourcePlace place) {
        List<String> names = ContractParts.names(schema.path("properties"));
        List<String> required = ContractParts.texts(schema.path("required"));
        required.forEach(name -> report.require(
                names.contains(name), place, "must declare the property \"" + name + "\" that it requires", "Add it"));
        PropertyNameLint.check(report, schema.path("properties"), names);
        names.forEach(name -> {
            JsonNode property = schema.path("properties").get(name);
            report.require(
                    required.contains(name) != isNullable(property),
                    report.place(property),
                    "must be either required or nullable, also by what it refers to",
                    required.contains(name)
                            ? "Take \"nullable: true\" away, or the name from required"
                            : "Add \"nullable: true\"; to a reference, as type, nullable and \"allOf: [$ref]\"");
        });
    }

    /** Returns whether the schema is {@code nullable}, or the schema to which a plain reference leads. */
    private boolean isNullable(JsonNode schema) {
        return report.contract().resolve(schema).path("nullable").asBoolean();
    }

    /** Checks {@code allOf} with one reference, which lets a property have keywords beside a reference. */
    void checkReferenceWithMore(JsonNode schema) {
        SourcePlace place = report.place(schema);
        boolean one = schema.get("allOf").size() == 1 && schema.at("/allOf/0").has("$ref");
        report.require(
                one,
                place,
                "must have one reference in allOf",
                "Give the composed schema a name below components, and refer to that");
        checkMembers(schema, place, BESIDE_REFERENCE);
        if (one) {
            JsonNode target = report.contract().resolve(schema.at("/allOf/0"));
            report.require(
                    schema.path("type").equals(target.path("type"))
                            && !target.path("type").isMissingNode(),
                    place,
                    "must have the type of what it refers to, or validators refuse null",
                    "Add \"type: " + target.path("type").asText("…") + "\"");
            report.require(
                    !schema.path("nullable").asBoolean()
                            || target.path("nullable").asBoolean(),
                    place,
                    "must not be nullable while what it refers to is not, since validators refuse null then",
                    "Add \"nullable: true\" there as well");
        }
    }

    /** Checks a named schema that is composed of open objects. Their properties become those of one class. */
    void checkComposition(JsonNode schema) {
        SourcePlace place = report.place(schema);
        checkMembers(schema, place, BESIDE_PARTS);
        List<JsonNode> parts = ContractDocument.elements(schema.get("allOf"))
                .map(report.contract()::resolve)
                .toList();
        report.require(
                parts.size() > 1
                        && Stream.concat(Stream.of(schema), parts.stream()).allMatch(ObjectLint::isOpenObject)
                        && parts.stream().noneMatch(part -> part.has("allOf")),
                place,
                "must be composed of two or more objects, it and each of them with type: object and "
                        + "additionalProperties: true, none of them composed again",
                "Write the properties of all parts into one object");
        Set<String> seen = new HashSet<>();
        parts.forEach(part -> ContractParts.names(part.path("properties"))
                .forEach(name -> report.require(
                        seen.add(JavaNames.rest(name)),
                        place,
                        "must declare the property \"" + name + "\" in one part only",
                        "Leave it out of the others")));
    }

    private void checkMembers(JsonNode schema, SourcePlace place, Set<String> allowed) {
        ContractParts.names(schema)
                .forEach(name -> report.require(
                        allowed.contains(name),
                        place.member(name),
                        "must not be beside allOf",
                        "Move it into what allOf refers to"));
    }

    private static boolean isOpenObject(JsonNode schema) {
        return schema.path("type").asText().equals("object")
                && schema.path("additionalProperties").asBoolean();
    }
}
