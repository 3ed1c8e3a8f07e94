package dev.remoteassistance.contract.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.BodySchema;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a request may hold, for the media types that share a schema.
 *
 * @param operation whose request
 * @param prefix begins the names of its cells, to tell them from those of other schemas; empty if there is one schema
 * @param schema of the body
 * @param mediaTypes those with this schema
 */
record RequestContent(OperationDocument operation, String prefix, BodySchema schema, Set<String> mediaTypes) {

    /** The contents of an operation's request, one for each schema. */
    static List<RequestContent> of(OperationDocument operation) {
        Map<JsonNode, Set<String>> types = new LinkedHashMap<>();
        operation
                .requestBody()
                .path("content")
                .properties()
                .forEach(content -> types.computeIfAbsent(content.getValue().path("schema"), schema -> new TreeSet<>())
                        .add(content.getKey()));
        return types.entrySet().stream()
                .map(content -> new RequestContent(
                        operation,
                        types.size() == 1 ? "" : String.join(", ", content.getValue()) + " ",
                        new BodySchema(operation.document(), content.getKey()),
                        content.getValue()))
                .toList();
    }

    /** Matches the evidence of an accepted request that has this content and a body that fulfils the condition. */
    Predicate<Evidence> taken(Predicate<JsonNode> body) {
        return seen -> seen.isTaken()
                && (prefix.isEmpty() || mediaTypes.stream().anyMatch(seen::requestIsOf))
                && body.test(seen.requestBody(operation));
    }
}
