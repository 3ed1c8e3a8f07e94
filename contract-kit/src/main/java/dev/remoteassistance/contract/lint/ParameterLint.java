package dev.remoteassistance.contract.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.lint.syntax.ContractParts;
import dev.remoteassistance.contract.lint.syntax.JavaNames;
import dev.remoteassistance.contract.spec.OperationDocument;
import dev.remoteassistance.contract.spec.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Parameters in path, query and header. */
final class ParameterLint {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");
    private static final Set<String> MEMBERS =
            Set.of("name", "in", "required", "description", "deprecated", "schema", "example");
    private static final Set<String> PLACES = Set.of("path", "query", "header");

    /** Headers that OpenAPI describes by other keywords; it ignores parameters of these names. */
    private static final Set<String> HEADERS = Set.of("accept", "contenttype", "authorization");

    private final LintReport report;
    private final SchemaLint schemas;

    ParameterLint(LintReport report, SchemaLint schemas) {
        this.report = report;
        this.schemas = schemas;
    }

    void check(OperationDocument operation) {
        List<String> names = new ArrayList<>();
        operation.parameters().forEach(parameter -> {
            check(parameter);
            names.add(parameter.path("name").asText());
        });
        String body = operation
                .requestBody()
                .at("/content/application~1json/schema/$ref")
                .asText();
        if (!body.isEmpty()) {
            names.add(body.substring(body.lastIndexOf('/') + 1));
        }
        JavaNames.collisions(names)
                .forEach(both -> report.require(
                        false,
                        report.place(operation.node()),
                        "must have parameters, and a body's schema, whose names differ in more than case and signs, unlike "
                                + both,
                        "Rename one of them"));
    }

    private void check(JsonNode parameter) {
        SourcePlace place = report.place(parameter);
        String name = parameter.path("name").asText();
        report.require(
                PLACES.contains(parameter.path("in").asText()),
                place.member("in"),
                "must be path, query or header",
                "Send the value in a header");
        report.require(
                NAME.matcher(name).matches() && !SourceVersion.isKeyword(name),
                place.member("name"),
                "must begin with a letter, have letters, digits and - only, and be no word of Java's own",
                "Rename it");
        report.require(
                !parameter.path("in").asText().equals("header") || !HEADERS.contains(JavaNames.rest(name)),
                place.member("name"),
                "must not be a header that OpenAPI ignores here",
                "Say it by content types or security");
        ContractParts.names(parameter)
                .forEach(member -> report.require(
                        MEMBERS.contains(member),
                        place.member(member),
                        "must not be there: a parameter is one value, spelled in the usual way",
                        "Leave it out, or put the value into a body"));
        checkSchema(parameter.path("schema"), place);
    }

    private void checkSchema(JsonNode schema, SourcePlace place) {
        JsonNode target = report.contract().resolve(schema);
        report.require(
                schema.isObject()
                        && !KeywordLint.isAnyValue(target)
                        && !Set.of("object", "array")
                                .contains(target.path("type").asText()),
                place.member("schema"),
                "must be a text, a number or a boolean",
                "Put arrays, objects and values of any type into a body");
        report.require(
                !schema.has("allOf") && !target.path("nullable").asBoolean() && !target.has("default"),
                place.member("schema"),
                "must be neither nullable nor composed, and without default",
                "Leave the parameter away where it has no value, and say in the description what that means");
        if (schema.isObject()) {
            schemas.check(schema);
        }
    }
}
