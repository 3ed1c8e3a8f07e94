package dev.remoteassistance.contract.pact;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.OperationDocument;
import dev.remoteassistance.contract.validation.UndocumentedHeaders;
import dev.remoteassistance.contract.validation.ValidatorContract;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds what consumers send and expect against a contract, whatever provider stands behind it: the answer always, and
 * the request unless it is meant to be refused.
 */
public final class CrossCheck {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final String CONTENT_TYPE = "Content-Type";

    /** A consumer need not expect everything that the contract promises of an answer. */
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

    /** Takes a contract that was read before. */
    public CrossCheck(ContractDocument document) {
        // Any JSON is YAML as well.
        contract = OpenApiInteractionValidator.createForInlineApiSpecification(ValidatorContract.of(document))
                .build();
        this.document = document;
        requests = new RequestCheck(contract, document);
    }

    /** What the contract does not allow of an interaction, in words; empty if it allows all of it. */
    public List<String> faults(SynchronousRequestResponse interaction) {
        IRequest request = interaction.getRequest();
        Optional<OperationDocument> operation = document.operation(request.getMethod(), request.getPath());
        IResponse response = interaction.getResponse();
        SimpleResponse expected = ValidatorMessages.answer(response, documented(operation, response.getStatus()));
        Stream<String> answer =
                contract
                        .validateResponse(request.getPath(), method(request.getMethod()), expected)
                        .getMessages()
                        .stream()
                        .filter(message -> !LEFT_OUT.contains(message.getKey()))
                        .map(CrossCheck::words);
        Stream<String> sent = isMeantToBeRefused(interaction) ? Stream.empty() : requests.faults(request, operation);
        return Stream.of(sent, answer, undocumentedHeaders(response, operation))
                .flatMap(faults -> faults)
                .distinct()
                .toList();
    }

    private static Stream<String> undocumentedHeaders(IResponse response, Optional<OperationDocument> operation) {
        return documented(operation, response.getStatus()).stream()
                .flatMap(answer -> UndocumentedHeaders.faults(
                        operation.orElseThrow(), answer, response.getHeaders().keySet()));
    }

    private static Optional<JsonNode> documented(Optional<OperationDocument> operation, int status) {
        return operation.flatMap(one -> one.response(status)).map(Map.Entry::getValue);
    }

    /**
     * What the contract does not allow of a request that bears no credentials yet, in words.
     *
     * @param target path and query, encoded
     * @param headers by name
     * @param body text; empty for none
     */
    public List<String> faultsOfRequest(String method, String target, Map<String, String> headers, String body) {
        return requests.faults(method, target, headers, body);
    }

    /** What the contract does not allow of an answer that was really given, in words. */
    public List<String> faultsOfAnswer(Exchange exchange) {
        Optional<OperationDocument> operation = document.operation(exchange.method(), exchange.path());
        SimpleResponse answer = ValidatorMessages.answer(exchange, documented(operation, exchange.status()));
        ValidationReport report = contract.validateResponse(exchange.path(), method(exchange.method()), answer);
        return Stream.concat(words(report), undeclaredContent(exchange, operation))
                .toList();
    }

    /** The validator lets pass what comes with an answer that should have no content. */
    private Stream<String> undeclaredContent(Exchange exchange, Optional<OperationDocument> operation) {
        boolean hasContent = !exchange.responseBody().isEmpty()
                || exchange.responseHeader(CONTENT_TYPE).isPresent();
        return operation
                .flatMap(one -> one.response(exchange.status()))
                .filter(answer -> hasContent && !answer.getValue().has("content"))
                .stream()
                .map(answer -> "an answer " + answer.getKey() + " has neither a body nor a Content-Type");
    }

    /** Whether the consumer expects that its request is at fault; to be throttled is no fault of a request. */
    public static boolean isMeantToBeRefused(SynchronousRequestResponse interaction) {
        int status = interaction.getResponse().getStatus();
        return status / 100 == 4 && status != TOO_MANY_REQUESTS;
    }

    private static Stream<String> words(ValidationReport report) {
        return report.getMessages().stream().map(CrossCheck::words);
    }

    static String words(ValidationReport.Message message) {
        return message.getKey() + ": " + message.getMessage();
    }

    static Request.Method method(String name) {
        return Request.Method.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
