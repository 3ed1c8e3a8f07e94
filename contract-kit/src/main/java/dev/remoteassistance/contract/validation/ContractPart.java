package dev.remoteassistance.contract.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that a contract says of an operation, of its requests, or of one of its answers. A contract in which this is the same allows
 * the same of them.
 */
public final class ContractPart {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final boolean isComparable;
    private final Function<ContractDocument, JsonNode> search;
    private final JsonNode found;
    private final PartReferences references;

    private ContractPart(ContractDocument document, boolean isComparable, Function<ContractDocument, JsonNode> search) {
        this.isComparable = isComparable;
        this.search = search;
        found = search.apply(document);
        references = new PartReferences(document, found);
    }

    /** All that a contract says of an operation. */
    public static ContractPart ofOperation(OperationDocument operation) {
        return new ContractPart(
                operation.document(),
                true,
                any -> any.operations().stream()
                        .filter(one -> one.name().equals(operation.name()))
                        .findFirst()
                        .<JsonNode>map(one -> credentials(any, any.operations().stream())
                                .add(one.pathItem())
                                .add(one.node()))
                        .orElseGet(NODES::missingNode));
    }

    /** What a contract says of requests with this method and path. */
    public static ContractPart ofRequest(ContractDocument document, String method, String path) {
        OperationSearch operation = new OperationSearch(method, path);
        return new ContractPart(document, operation.isCertain(document), any -> request(any, operation));
    }

    /** What a contract says of answers with this status to requests with this method and path. */
    public static ContractPart ofAnswer(ContractDocument document, String method, String path, int status) {
        OperationSearch operation = new OperationSearch(method, path);
        return new ContractPart(document, operation.isCertain(document), any -> answer(any, operation, status));
    }

    /** Whether another contract says the same; false, too, if the validator may apply another part than this one. */
    public boolean isSameIn(ContractDocument other) {
        return isComparable && search.apply(other).equals(found) && references.leadToTheSameIn(other);
    }

    private static JsonNode request(ContractDocument document, OperationSearch operation) {
        ArrayNode parts = credentials(document, operation.candidates(document));
        operation.in(document).ifPresent(one -> {
            one.pathItem().properties().stream()
                    .filter(member -> !ContractDocument.METHODS.contains(member.getKey()))
                    .forEach(member -> parts.addObject().set(member.getKey(), member.getValue()));
            one.node().properties().stream()
                    .filter(member -> !List.of("responses", "callbacks").contains(member.getKey()))
                    .forEach(member -> parts.addObject().set(member.getKey(), member.getValue()));
            // The validator also checks a request's Accept header against the media types of the answers.
            one.responses().forEach(answer -> {
                parts.add(JsonBytes.hasJsonBytes(document, answer.getValue()));
                answer.getValue().path("content").fieldNames().forEachRemaining(parts::add);
            });
        });
        return parts;
    }

    private static JsonNode answer(ContractDocument document, OperationSearch operation, int status) {
        ArrayNode parts = around(document, operation.candidates(document));
        operation
                .in(document)
                .flatMap(one -> one.response(status))
                .ifPresent(answer -> parts.add(answer.getKey()).add(answer.getValue()));
        return parts;
    }

    private static ArrayNode credentials(ContractDocument document, Stream<OperationDocument> candidates) {
        ArrayNode parts = around(document, candidates).add(document.root().path("security"));
        return parts.add(document.root().path("components").path("securitySchemes"));
    }

    /** Returns everything that decides to which operation a request belongs. */
    private static ArrayNode around(ContractDocument document, Stream<OperationDocument> candidates) {
        ArrayNode around = NODES.arrayNode().add(document.root().path("openapi"));
        around.add(document.root().path("servers"));
        candidates.forEach(operation -> around.add(operation.name()));
        return around;
    }
}
