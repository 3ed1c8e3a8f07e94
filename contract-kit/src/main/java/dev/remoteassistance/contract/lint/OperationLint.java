package dev.remoteassistance.contract.lint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.lint.syntax.ContractParts;
import dev.remoteassistance.contract.lint.syntax.JavaNames;
import dev.remoteassistance.contract.spec.OperationDocument;
import dev.remoteassistance.contract.spec.SourcePlace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Operations: their names, parameters and bodies. */
final class OperationLint {

    private static final Pattern OPERATION = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern TAG = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final List<String> REQUESTS = List.of("application/json");

    /** An answer as bytes is JSON too, in UTF-8; its schema is an object. */
    private static final List<String> ANSWERS = List.of("application/json", "application/octet-stream");

    private final LintReport report;
    private final ParameterLint parameters;

    OperationLint(LintReport report, SchemaLint schemas) {
        this.report = report;
        this.parameters = new ParameterLint(report, schemas);
    }

    void check(List<OperationDocument> operations) {
        List<String> names = new ArrayList<>();
        operations.forEach(operation -> {
            checkNames(operation.node());
            checkBodies(operation);
            names.add(operation.node().path("operationId").asText());
            parameters.check(operation);
        });
        JavaNames.collisions(names)
                .forEach(both -> report.require(
                        false,
                        report.place(report.contract().root().path("paths")),
                        "must have operations whose operationId differs in more than case, unlike " + both,
                        "Rename one of them"));
    }

    private void checkNames(JsonNode operation) {
        SourcePlace place = report.place(operation);
        String id = operation.path("operationId").asText();
        report.require(
                OPERATION.matcher(id).matches() && !SourceVersion.isKeyword(id),
                place.member("operationId"),
                "must begin with a small letter, have letters and digits only, and be no word of Java's own",
                "Rename it; nobody sees the name on the wire");
        List<String> tags = ContractParts.texts(operation.path("tags"));
        report.require(
                tags.size() == 1 && TAG.matcher(tags.get(0)).matches(),
                place.member("tags"),
                "must be one tag that begins with a capital letter and has letters and digits only",
                "Write the tag of the resource that is to have this operation");
        report.require(!operation.has("callbacks"), place.member("callbacks"), "must not be there", "Leave it out");
    }

    private void checkBodies(OperationDocument operation) {
        JsonNode body = operation.requestBody();
        report.require(
                body.isMissingNode() || body.path("required").asBoolean(),
                report.place(body),
                "must be required",
                "Add \"required: true\", and let the object's properties be nullable instead");
        checkContent(body, REQUESTS);
        operation.responses().forEach(answer -> {
            report.require(
                    answer.getKey().matches("[1-5][0-9][0-9]"),
                    report.place(operation.node()).member("responses").member(answer.getKey()),
                    "must be a status of three digits",
                    "Write each status that is answered");
            checkContent(answer.getValue(), ANSWERS);
        });
    }

    /** Requires that each body is a named object, so that the generator makes a class for it. */
    private void checkContent(JsonNode body, List<String> types) {
        JsonNode content = body.path("content");
        SourcePlace place = report.place(content);
        report.require(
                content.isMissingNode() || !content.isEmpty() && types.containsAll(ContractParts.names(content)),
                place,
                "must be " + String.join(" or ", types) + " only",
                "Leave the others out");
        content.forEach(media -> {
            JsonNode schema = report.contract().resolve(media.path("schema"));
            report.require(
                    media.path("schema").has("$ref")
                            && schema.path("type").asText().equals("object")
                            && !schema.path("nullable").asBoolean()
                            && (schema.has("properties") || schema.has("allOf")),
                    place,
                    "must be a reference to an object with properties that is not nullable",
                    "Give the object a name below components/schemas, and put arrays and values into a property of it");
        });
    }
}
