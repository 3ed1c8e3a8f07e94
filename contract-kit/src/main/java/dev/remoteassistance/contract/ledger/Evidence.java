package dev.remoteassistance.contract.ledger;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.IResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.pact.BodyText;
import dev.remoteassistance.contract.pact.Exchange;
import dev.remoteassistance.contract.pact.Verification;
import dev.remoteassistance.contract.spec.OperationDocument;
import dev.remoteassistance.contract.validation.FormBody;
import java.util.List;
import java.util.Optional;

/**
 * Evidence of one interaction for the cells of an operation: the request that was sent, the response that the consumer
 * expects, and the response that the provider sent.
 */
final class Evidence {

    private static final String CONTENT_TYPE = "Content-Type";

    private final Verification verification;
    private final Optional<Grant> grant;
    private final IRequest request;
    private final IResponse expected;
    private final String requestText;
    private final Optional<String> requestType;
    private final Optional<String> answerType;
    private final JsonNode requestBody;
    private final JsonNode expectedBody;
    private final JsonNode actualBody;

    private Evidence(Verification verification, Grant.Reader grants) {
        this.verification = verification;
        this.request = verification.interaction().http().orElseThrow().getRequest();
        this.expected = verification.interaction().http().orElseThrow().getResponse();
        this.grant = verification.exchange().flatMap(grants);
        this.requestText = verification.exchange().map(Exchange::requestBody).orElseGet(() -> BodyText.of(request));
        this.requestType = plain(requestHeader(CONTENT_TYPE));
        this.answerType = plain(expectedHeader(CONTENT_TYPE)
                .or(() -> verification.exchange().flatMap(exchange -> exchange.responseHeader(CONTENT_TYPE))));
        this.requestBody = BodyText.json(requestText);
        this.expectedBody = BodyText.json(BodyText.of(expected));
        this.actualBody = BodyText.json(
                verification.exchange().map(Exchange::responseBody).orElse(""));
    }

    /** Evidence of all interactions over HTTP. */
    static List<Evidence> of(List<Verification> verifications, Grant.Reader grants) {
        return verifications.stream()
                .filter(verification -> verification.interaction().http().isPresent())
                .map(verification -> new Evidence(verification, grants))
                .toList();
    }

    String interaction() {
        return verification.interaction().name();
    }

    boolean verified() {
        return verification.passed();
    }

    boolean isOf(OperationDocument operation) {
        return operation.matches(request.getMethod(), request.getPath());
    }

    /** Returns whether the consumer expects success; only then does its request show what may be sent. */
    boolean isTaken() {
        return expected.getStatus() / 100 == 2;
    }

    /** Returns whether the contract documents the expected answer under this status, class, or {@code default}. */
    boolean expects(OperationDocument operation, String status) {
        return expectedName(operation).filter(status::equals).isPresent();
    }

    /** The name under which the contract documents the expected answer; empty if it documents none. */
    Optional<String> expectedName(OperationDocument operation) {
        return operation.responseName(expected.getStatus());
    }

    String path() {
        return request.getPath();
    }

    Optional<String> requestHeader(String name) {
        return Exchange.header(request.getHeaders(), name);
    }

    Optional<String> expectedHeader(String name) {
        return Exchange.header(expected.getHeaders(), name);
    }

    List<String> query(String name) {
        return request.getQuery().getOrDefault(name, List.of());
    }

    boolean requestIsOf(String mediaType) {
        return requestType.filter(mediaType::equalsIgnoreCase).isPresent();
    }

    boolean expectsAnswerOf(String mediaType) {
        return expectedHeader(CONTENT_TYPE).isPresent() && answerIsOf(mediaType);
    }

    /** Returns whether this media type is the one that the consumer expects, or was sent if it expects none. */
    boolean answerIsOf(String mediaType) {
        return answerType.filter(mediaType::equalsIgnoreCase).isPresent();
    }

    /** The request's body as JSON, also that of a form; missing if it is neither. */
    JsonNode requestBody(OperationDocument operation) {
        return requestIsOf(FormBody.MEDIA_TYPE) ? FormBody.json(operation, requestText) : requestBody;
    }

    JsonNode expectedBody() {
        return expectedBody;
    }

    JsonNode actualBody() {
        return actualBody;
    }

    Optional<Grant> grant() {
        return grant;
    }

    /** A media type without its parameters. */
    private static Optional<String> plain(Optional<String> contentType) {
        return contentType.map(value -> value.split(";")[0].strip());
    }
}
