package dev.remoteassistance.contract.pact;

import au.com.dius.pact.core.model.IRequest;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.OperationDocument;
import dev.remoteassistance.contract.validation.FormBody;
import dev.remoteassistance.contract.validation.ValidatorContract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks requests against a contract.
 *
 * @param contract as the validator reads it
 * @param document the same contract, unchanged
 */
record RequestCheck(OpenApiInteractionValidator contract, ContractDocument document) {

    private static final String BODY_SCHEMA = "validation.request.body.schema";

    /** Returns what the contract does not allow in a consumer's request, in words. */
    Stream<String> faults(IRequest request, Optional<OperationDocument> operation) {
        Stream<String> faults =
                faults(ValidatorMessages.request(request, operation.map(OperationDocument::requestBody)));
        boolean isForm = request.getBody().isPresent()
                && FormBody.MEDIA_TYPE.equalsIgnoreCase(
                        request.determineContentType().getBaseType());
        return isForm && operation.isPresent()
                ? Stream.concat(
                        faults.filter(fault -> !fault.startsWith(BODY_SCHEMA)),
                        formFaults(operation.get(), BodyText.of(request)))
                : faults;
    }

    private Stream<String> formFaults(OperationDocument operation, String form) {
        SimpleRequest request = SimpleRequest.Builder.post(
                        ValidatorContract.formPath(document.operations().indexOf(operation)))
                .withHeader("Content-Type", "application/json")
                .withBody(FormBody.json(operation, form).toString())
                .build();
        return faults(request).filter(fault -> fault.startsWith(BODY_SCHEMA));
    }

    /** Returns what the contract does not allow in a request that has no credentials yet, in words. */
    List<String> faults(String method, String target, Map<String, String> headers, String body) {
        return contract.validateRequest(ValidatorMessages.request(method, target, headers, body)).getMessages().stream()
                .filter(message -> !message.getKey().startsWith("validation.request.security"))
                .map(ValidatorMessages::words)
                .distinct()
                .toList();
    }

    private Stream<String> faults(SimpleRequest request) {
        return contract.validateRequest(request).getMessages().stream().map(ValidatorMessages::words);
    }
}
