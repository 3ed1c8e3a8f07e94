package dev.remoteassistance.contract.pact;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.OperationDocument;
import dev.remoteassistance.contract.validation.UndocumentedHeaders;
import dev.remoteassistance.contract.validation.ValidatorContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks what consumers send and expect against a contract, independently of any provider: always the response, and the
 * request unless it is meant to be refused.
 */
public final class CrossCheck {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String CONTENT_TYPE = "Content-Type";

    /** Messages to ignore, because a consumer need not expect everything that the contract promises of a response. */
    private static final Set<String> LEFT_OUT = Set.of(
            "validation.response.header.missing",
            "validation.response.body.missing",
            "validation.response.body.schema.required");

    private final OpenApiInteractionValidator contract;
    private final ContractDocument document;
    private final RequestCheck requests;

    /**
     * Reads a contract.
     *
     * @param file OpenAPI 3.0, YAML or JSON
     */
    public CrossCheck(Path file) {
        this(ContractDocument.read(file));
    }

    /** Creates a check of a contract that has been read already. */
    public CrossCheck(ContractDocument document) {
        // The validator reads YAML, and any JSON is YAML.
        contract = OpenApiInteractionValidator.createForInlineApiSpecification(ValidatorContract.of(document))
                .withParseOptions(ValidatorContract.options())
                .build();
        this.document = document;
        requests = new RequestCheck(contract, document);
    }

    /** Returns what the contract does not allow in an interaction, in words; empty if it allows everything. */
    public List<String> faults(SynchronousRequestResponse interaction) {
        return Stream.concat(requestFaults(interaction), answerFaults(interaction))
                .distinct()
                .toList();
    }

    /** What the contract does not allow in the request; nothing if the request is meant to be refused. */
    Stream<String> requestFaults(SynchronousRequestResponse interaction) {
        IRequest request = interaction.getRequest();
        return isMeantToBeRefused(interaction)
                ? Stream.empty()
                : requests.faults(request, document.operation(request.getMethod(), request.getPath()));
    }

    /** What the contract does not allow in the response that the consumer expects. */
    Stream<String> answerFaults(SynchronousRequestResponse interaction) {
        IRequest request = interaction.getRequest();
        Optional<OperationDocument> operation = document.operation(request.getMethod(), request.getPath());
        IResponse response = interaction.getResponse();
        SimpleResponse expected = ValidatorMessages.answer(response, documented(operation, response.getStatus()));
        Stream<String> answer = contract
                .validateResponse(request.getPath(), ValidatorMessages.method(request.getMethod()), expected)
                .getMessages()
                .stream()
                .filter(message -> !LEFT_OUT.contains(message.getKey()))
                .map(ValidatorMessages::words);
        return Stream.concat(answer, undocumentedHeaders(response, operation));
    }

    private Stream<String> undocumentedHeaders(IResponse response, Optional<OperationDocument> operation) {
        return documented(operation, response.getStatus()).answer().stream()
                .flatMap(answer -> UndocumentedHeaders.faults(
                        operation.orElseThrow(), answer, response.getHeaders().keySet()));
    }

    private DocumentedAnswer documented(Optional<OperationDocument> operation, int status) {
        return new DocumentedAnswer(
                document, operation.flatMap(one -> one.response(status)).map(Map.Entry::getValue));
    }

    /** Returns what the contract documents for an answer. */
    public DocumentedAnswer documented(String method, String path, int status) {
        return documented(document.operation(method, path), status);
    }

    /**
     * Returns what the contract does not allow in a request, in words. Missing credentials are not a fault, because
     * they are added when the request is sent.
     *
     * @param target path and query, encoded
     * @param headers by name
     * @param body text; empty for none
     */
    public List<String> faultsOfRequest(String method, String target, Map<String, String> headers, String body) {
        return requests.faults(method, target, headers, body);
    }

    /** Returns what the contract does not allow in a response that a provider sent, in words. */
    public List<String> faultsOfAnswer(Exchange exchange) {
        Optional<OperationDocument> operation = document.operation(exchange.method(), exchange.path());
        SimpleResponse answer = ValidatorMessages.answer(exchange, documented(operation, exchange.status()));
        ValidationReport report =
                contract.validateResponse(exchange.path(), ValidatorMessages.method(exchange.method()), answer);
        return Stream.concat(words(report), undeclaredContent(exchange, operation))
                .toList();
    }

    /** Returns a fault if a response has content and should have none, because the validator does not check that. */
    private Stream<String> undeclaredContent(Exchange exchange, Optional<OperationDocument> operation) {
        boolean hasContent = !exchange.responseBody().isEmpty()
                || exchange.responseHeader(CONTENT_TYPE).isPresent();
        return operation
                .flatMap(one -> one.response(exchange.status()))
                .filter(answer -> hasContent && !answer.getValue().has("content"))
                .stream()
                .map(answer -> "an answer " + answer.getKey() + " has neither a body nor a Content-Type");
    }

    /** Returns whether the consumer expects a refusal because of its request; throttling is no fault of the request. */
    public static boolean isMeantToBeRefused(SynchronousRequestResponse interaction) {
        int status = interaction.getResponse().getStatus();
        return status / 100 == 4 && status != TOO_MANY_REQUESTS;
    }

    private static Stream<String> words(ValidationReport report) {
        return report.getMessages().stream().map(ValidatorMessages::words);
    }
}
