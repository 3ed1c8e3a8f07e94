package dev.remoteassistance.contract.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.BodySchema;
import dev.remoteassistance.contract.spec.ChoicePlace;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.OperationDocument;
import dev.remoteassistance.contract.spec.PropertyPlace;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the cells of requests. Only a request that succeeds shows that the provider accepts its content. */
final class RequestCells {

    private RequestCells() {}

    static void mediaTypes(OperationDocument operation, CellKind.Collector cells) {
        operation
                .requestBody()
                .path("content")
                .fieldNames()
                .forEachRemaining(type -> cells.add(type, taken(seen -> seen.requestIsOf(type))));
    }

    static void parameters(OperationDocument operation, CellKind.Collector cells) {
        for (JsonNode parameter : operation.parameters()) {
            Parameter place = Parameter.of(operation, parameter);
            cells.add(
                    place.label() + " present",
                    taken(seen -> place.values(seen).findAny().isPresent()));
            if (!parameter.path("required").asBoolean()) {
                cells.add(
                        place.label() + " absent",
                        taken(seen -> place.values(seen).findAny().isEmpty()));
            }
            JsonNode schema = operation.document().resolve(parameter.path("schema"));
            limits(schema.path("minLength"), schema.path("maxLength"))
                    .forEach(limit -> cells.add(
                            place.label() + " of length " + limit,
                            taken(seen -> place.values(seen).anyMatch(value -> length(value) == limit))));
            ContractDocument.elements(schema.path("enum"))
                    .map(JsonNode::asText)
                    .forEach(member -> cells.add(
                            place.label() + " = " + member,
                            taken(seen -> place.values(seen).anyMatch(member::equals))));
        }
    }

    static void properties(OperationDocument operation, CellKind.Collector cells) {
        for (RequestContent content : RequestContent.of(operation)) {
            content.schema().properties().forEach(place -> properties(content, place, cells));
        }
    }

    private static void properties(RequestContent content, PropertyPlace place, CellKind.Collector cells) {
        String name = content.prefix() + place.name();
        cells.add(name + " present", anyValue(content, place, value -> !value.isNull()));
        if (!place.required()) {
            cells.add(name + " absent", content.taken(place::isAbsentIn));
        }
        if (place.nullable()) {
            cells.add(name + " null", anyValue(content, place, JsonNode::isNull));
        }
        limits(place.keyword("minLength"), place.keyword("maxLength"))
                .forEach(limit -> cells.add(
                        name + " of length " + limit,
                        anyValue(content, place, value -> value.isTextual() && length(value.asText()) == limit)));
        limits(place.keyword("minItems"), place.keyword("maxItems"))
                .forEach(limit -> cells.add(
                        name + " of " + limit + " items",
                        anyValue(content, place, value -> value.isArray() && value.size() == limit)));
        place.members()
                .forEach(member -> cells.add(name + " = " + member.asText(), anyValue(content, place, member::equals)));
    }

    static void alternatives(OperationDocument operation, CellKind.Collector cells) {
        for (RequestContent content : RequestContent.of(operation)) {
            for (ChoicePlace choice : content.schema().choices()) {
                List<String> names = choice.alternatives();
                for (int i = 0; i < names.size(); i++) {
                    int alternative = i;
                    cells.add(
                            content.prefix() + choice.name() + " as " + names.get(i),
                            content.taken(body -> choice.isTaken(alternative, body)));
                }
            }
        }
    }

    static void undeclaredProperties(OperationDocument operation, CellKind.Collector cells) {
        for (RequestContent content : RequestContent.of(operation)) {
            content.schema().objects().stream()
                    .filter(BodySchema.ObjectPlace::isOpen)
                    .forEach(object -> cells.add(
                            content.prefix() + object.name(),
                            content.taken(body -> object.values(body)
                                    .flatMap(
                                            value -> value.properties().stream().map(Map.Entry::getKey))
                                    .anyMatch(name ->
                                            !object.schema().path("properties").has(name)))));
        }
    }

    private static Predicate<Evidence> anyValue(
            RequestContent content, PropertyPlace place, Predicate<JsonNode> condition) {
        return content.taken(body -> place.values(body).anyMatch(condition));
    }

    private static Predicate<Evidence> taken(Predicate<Evidence> exercised) {
        return exercised.and(Evidence::isTaken);
    }

    /** Returns the limits that a value can reach. Leaves out zero, because no value is shorter. */
    private static Stream<Integer> limits(JsonNode least, JsonNode most) {
        return Stream.of(least, most)
                .filter(JsonNode::isInt)
                .map(JsonNode::asInt)
                .filter(limit -> limit > 0)
                .distinct();
    }

    /** Returns the length in code points of Unicode. */
    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
