package dev.remoteassistance.contract.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.OperationDocument;
import dev.remoteassistance.contract.spec.read.RefusedContractException;
import java.util.HashMap;
import java.util.Map;

/** Checks that a document is an OpenAPI description that can be compared. */
final class ContractForm {

    private ContractForm() {}

    /**
     * Checks a document.
     *
     * @throws RefusedContractException if it cannot be compared, with the place and the reason
     */
    static void check(ContractDocument document) {
        version(document);
        boolean isSince31 = document.isSince31();
        JsonNode root = document.root();
        if (!root.path("paths").isObject() && !(isSince31 && (root.has("components") || root.has("webhooks")))) {
            throw refusal(document, "/paths", "no object of paths");
        }
        Map<String, String> addresses = new HashMap<>();
        for (OperationDocument operation : document.operations()) {
            String same = addresses.put(ContractComparison.key(operation), operation.path());
            if (same != null) {
                throw refusal(
                        document,
                        "/paths",
                        same + " and " + operation.path() + " are one path, for the name of a parameter is not sent");
            }
            check(document, operation);
        }
    }

    private static void version(ContractDocument document) {
        JsonNode root = document.root();
        if (root.has("swagger")) {
            throw refusal(
                    document,
                    "/swagger",
                    "Swagger " + root.path("swagger").asText() + " is not read, only OpenAPI 3.0 and 3.1");
        } else if (!root.path("openapi").isTextual()) {
            throw refusal(document, "/openapi", "no version of OpenAPI, so that this is no OpenAPI description");
        } else if (!root.path("openapi").asText().matches("3\\.[01]\\..+")) {
            throw refusal(
                    document,
                    "/openapi",
                    "OpenAPI " + root.path("openapi").asText() + " is not read, only 3.0 and 3.1");
        }
    }

    private static void check(ContractDocument document, OperationDocument operation) {
        JsonNode responses = operation.node().path("responses");
        if (!responses.isObject() && !(document.isSince31() && responses.isMissingNode())) {
            throw refusal(document, operation.name(), "no object of responses, which OpenAPI 3.0 demands");
        }
        for (JsonNode parameter : operation.parameters()) {
            if (!parameter.path("name").isTextual()
                    || !parameter.path("in").asText().matches("path|query|header|cookie")) {
                throw refusal(document, operation.name(), "a parameter without a name, or in no part of a request");
            }
        }
    }

    private static RefusedContractException refusal(ContractDocument document, String place, String reason) {
        return new RefusedContractException(document.name() + ", " + place, reason);
    }
}
