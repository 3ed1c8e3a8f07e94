package dev.remoteassistance.contract.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ChoicePlace;
import dev.remoteassistance.contract.spec.OperationDocument;
import dev.remoteassistance.contract.spec.PropertyPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds the cells of responses. A consumer's expectation exercises what must be present; only the real response shows
 * what is absent or null, and which enum member it has.
 */
final class AnswerCells {

    private AnswerCells() {}

    static void statuses(OperationDocument operation, CellKind.Collector cells) {
        operation
                .responses()
                .forEach(answer -> cells.add(answer.getKey(), seen -> seen.expects(operation, answer.getKey())));
    }

    static void mediaTypes(OperationDocument operation, CellKind.Collector cells) {
        operation
                .responses()
                .forEach(answer -> answer.getValue()
                        .path("content")
                        .fieldNames()
                        .forEachRemaining(type -> cells.add(
                                answer.getKey() + " " + type,
                                seen -> seen.expects(operation, answer.getKey()) && seen.expectsAnswerOf(type))));
    }

    static void headers(OperationDocument operation, CellKind.Collector cells) {
        operation
                .responses()
                .forEach(answer -> operation
                        .headers(answer.getValue())
                        .forEach(header -> cells.add(
                                answer.getKey() + " " + header.getKey(),
                                seen -> seen.expects(operation, answer.getKey())
                                        && seen.expectedHeader(header.getKey()).isPresent())));
    }

    /**
     * Finds the cells of properties. Responses that share a schema share its cells, because the provider chooses which
     * of them carries a property.
     */
    static void properties(OperationDocument operation, CellKind.Collector cells) {
        for (AnswerContent content : AnswerContent.of(operation)) {
            Predicate<Evidence> here = remembered(content::isExpectedIn);
            for (PropertyPlace place : content.schema().properties()) {
                properties(content.name() + " " + place.name(), place, here, cells);
            }
        }
    }

    static void alternatives(OperationDocument operation, CellKind.Collector cells) {
        for (AnswerContent content : AnswerContent.of(operation)) {
            for (ChoicePlace choice : content.schema().choices()) {
                List<String> names = choice.alternatives();
                for (int i = 0; i < names.size(); i++) {
                    int alternative = i;
                    cells.add(
                            content.name() + " " + choice.name() + " as " + names.get(i),
                            seen -> content.isExpectedIn(seen) && choice.isTaken(alternative, seen.actualBody()));
                }
            }
        }
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

    /** Asks once of each evidence, since every property of a content asks the same. */
    private static Predicate<Evidence> remembered(Predicate<Evidence> asked) {
        Map<Evidence, Boolean> known = new HashMap<>();
        return seen -> known.computeIfAbsent(seen, asked::test);
    }
}
