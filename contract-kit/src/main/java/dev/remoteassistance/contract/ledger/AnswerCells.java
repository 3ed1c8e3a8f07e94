package dev.remoteassistance.contract.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.BodySchema;
import dev.remoteassistance.contract.spec.OperationDocument;
import dev.remoteassistance.contract.spec.PropertyPlace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds the cells of responses. A consumer's expectation exercises what must be present; only the real response shows
 * what is absent or null, and which enum member it has.
 */
final class AnswerCells {

    private AnswerCells() {}

    static void statuses(OperationDocument operation, CellKind.Collector cells) {
        operation.responses().forEach(answer -> cells.add(answer.getKey(), seen -> seen.expects(answer.getKey())));
    }

    static void mediaTypes(OperationDocument operation, CellKind.Collector cells) {
        operation
                .responses()
                .forEach(answer -> answer.getValue()
                        .path("content")
                        .fieldNames()
                        .forEachRemaining(type -> cells.add(
                                answer.getKey() + " " + type,
                                seen -> seen.expects(answer.getKey())
                                        && seen.expectedHeader("Content-Type")
                                                .filter(MediaTypes.isOf(type))
                                                .isPresent())));
    }

    static void headers(OperationDocument operation, CellKind.Collector cells) {
        operation
                .responses()
                .forEach(answer -> operation
                        .headers(answer.getValue())
                        .forEach(header -> cells.add(
                                answer.getKey() + " " + header.getKey(),
                                seen -> seen.expects(answer.getKey())
                                        && seen.expectedHeader(header.getKey()).isPresent())));
    }

    /**
     * Finds the cells of properties. Responses that share a schema share its cells, because the provider chooses which
     * of them carries a property.
     */
    static void properties(OperationDocument operation, CellKind.Collector cells) {
        Map<JsonNode, Set<String>> statuses = new LinkedHashMap<>();
        operation
                .responses()
                .forEach(answer -> answer.getValue()
                        .path("content")
                        .forEach(content -> statuses.computeIfAbsent(content.path("schema"), schema -> new TreeSet<>())
                                .add(answer.getKey())));
        statuses.forEach((schema, of) -> {
            String reference = schema.path("$ref").asText(String.join(",", of));
            String answers = reference.substring(reference.lastIndexOf('/') + 1) + " ";
            Predicate<Evidence> here = seen -> of.stream().anyMatch(seen::expects);
            for (PropertyPlace place : new BodySchema(operation.document(), schema).properties()) {
                properties(answers + place.name(), place, here, cells);
            }
        });
    }

    private static void properties(
            String name, PropertyPlace place, Predicate<Evidence> here, CellKind.Collector cells) {
        cells.add(
                name + " present",
                here.and(seen -> place.values(seen.expectedBody()).anyMatch(value -> !value.isNull())));
        if (!place.required()) {
            cells.add(name + " absent", here.and(seen -> place.isAbsentIn(seen.actualBody())));
        }
        if (place.nullable()) {
            cells.add(
                    name + " null",
                    here.and(seen -> place.values(seen.actualBody()).anyMatch(JsonNode::isNull)));
        }
        place.members()
                .forEach(member -> cells.add(
                        name + " = " + member.asText(),
                        here.and(seen -> place.values(seen.actualBody()).anyMatch(member::equals))));
    }
}
