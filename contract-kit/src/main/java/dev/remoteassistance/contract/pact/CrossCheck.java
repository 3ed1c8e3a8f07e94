package dev.remoteassistance.contract.pact;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds what consumers send and expect against a contract, whatever provider stands behind it: the answer always, and
 * the request unless it is meant to be refused.
 */
public final class CrossCheck {

    private static final int TOO_MANY_REQUESTS = 429;

    /** A consumer need not expect everything that the contract promises of an answer. */
    private static final Set<String> LEFT_OUT = Set.of(
            "validation.response.header.missing",
            "validation.response.body.missing",
            "validation.response.body.schema.required");

    private final OpenApiInteractionValidator contract;
    private final ContractDocument document;

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
        this.document = document;
        // Any JSON is YAML as well.
        contract = OpenApiInteractionValidator.createForInlineApiSpecification(
                        document.root().toString())
                .build();
    }

    /** What the contract does not allow of an interaction, in words; empty if it allows all of it. */
    public List<String> faults(SynchronousRequestResponse interaction) {
        Stream<ValidationReport.Message> answer = contract
                .validateResponse(
                        interaction.getRequest().getPath(),
                        method(interaction.getRequest()),
                        response(interaction.getResponse()))
                .getMessages()
                .stream()
                .filter(message -> !LEFT_OUT.contains(message.getKey()));
        Stream<ValidationReport.Message> request = isMeantToBeRefused(interaction)
                ? Stream.empty()
                : contract.validateRequest(request(interaction.getRequest())).getMessages().stream();
        return Stream.concat(request, answer).map(CrossCheck::words).distinct().toList();
    }

    /** What the contract does not allow of an answer that was really given, in words. */
    public List<String> faultsOfAnswer(Exchange exchange) {
        SimpleResponse.Builder answer = SimpleResponse.Builder.status(exchange.status());
        exchange.responseHeaders().forEach((name, values) -> answer.withHeader(name, List.copyOf(values)));
        if (!exchange.responseBody().isEmpty()) {
            answer.withBody(exchange.responseBody());
        }
        ValidationReport report =
                contract.validateResponse(exchange.path(), Request.Method.valueOf(method(exchange)), answer.build());
        return Stream.concat(words(report), undeclaredContent(exchange)).toList();
    }

    /** The validator lets pass what comes with an answer that should have no content. */
    private Stream<String> undeclaredContent(Exchange exchange) {
        return document.operations().stream()
                .filter(operation -> operation.matches(exchange.method(), exchange.path()))
                .flatMap(operation -> operation.responses().stream())
                .filter(answer -> answer.getKey().equals(String.valueOf(exchange.status()))
                        && !answer.getValue().has("content"))
                .filter(answer -> !exchange.responseBody().isEmpty()
                        || exchange.responseHeader("Content-Type").isPresent())
                .map(answer -> "an answer " + answer.getKey() + " has neither a body nor a Content-Type");
    }

    private static String method(Exchange exchange) {
        return exchange.method().toUpperCase(Locale.ROOT);
    }

    /** Whether the consumer expects that its request is at fault; to be throttled is no fault of a request. */
    public static boolean isMeantToBeRefused(SynchronousRequestResponse interaction) {
        int status = interaction.getResponse().getStatus();
        return status / 100 == 4 && status != TOO_MANY_REQUESTS;
    }

    private static Stream<String> words(ValidationReport report) {
        return report.getMessages().stream().map(CrossCheck::words);
    }

    private static String words(ValidationReport.Message message) {
        return message.getKey() + ": " + message.getMessage();
    }

    private static Request.Method method(IRequest request) {
        return Request.Method.valueOf(request.getMethod().toUpperCase(Locale.ROOT));
    }

    private static SimpleRequest request(IRequest request) {
        SimpleRequest.Builder simple = new SimpleRequest.Builder(method(request), request.getPath());
        request.getQuery().forEach((name, values) -> simple.withQueryParam(name, List.copyOf(values)));
        request.getHeaders().forEach((name, values) -> simple.withHeader(name, List.copyOf(values)));
        if (request.getBody().isPresent()) {
            simple.withBody(BodyText.of(request));
        }
        return simple.build();
    }

    private static SimpleResponse response(IResponse response) {
        SimpleResponse.Builder simple = SimpleResponse.Builder.status(response.getStatus());
        response.getHeaders().forEach((name, values) -> simple.withHeader(name, List.copyOf(values)));
        if (response.getBody().isPresent()) {
            simple.withBody(BodyText.of(response));
        }
        return simple.build();
    }
}
